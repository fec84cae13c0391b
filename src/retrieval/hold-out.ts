import type { PassageRow } from '../store/schema.js';
import type { KnowledgeRows } from './queries.js';

/** A remembered question taken out of knowledge, and the passage it belongs to. */
export interface HeldOutQuestion {
  readonly text: string;
  readonly passage: string;
}

/** Knowledge without every `folds`-th remembered question; a passage keeps at least one. */
export function holdOut(
  rows: KnowledgeRows,
  fold: number,
  folds: number,
): { readonly rows: KnowledgeRows; readonly questions: readonly HeldOutQuestion[] } {
  const questions: HeldOutQuestion[] = [];
  const passages = rows.passages.map((row, place): PassageRow => {
    const asks = JSON.parse(row.asks) as string[];
    if (asks.length < 2) return row;
    const isOut = (index: number) => (index + place) % folds === fold;
    const out = asks.filter((_, index) => isOut(index)).slice(0, asks.length - 1);
    for (const text of out) questions.push({ text, passage: row.id });
    return { ...row, asks: JSON.stringify(asks.filter((ask) => !out.includes(ask))) };
  });
  return { rows: { ...rows, passages }, questions };
}
