import { originalRange } from '../language/fold.js';
import type { Folded } from '../language/fold.js';
import type { Basis, Finding } from '../terms/finding.js';
import type { Utterance } from './utterance.js';

/** A rule (守则条目) sees one thing said and returns what is wrong with it. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  readonly basis: Basis;
  inspect(utterance: Utterance): readonly Finding[];
  /** Whether its words stand in a folded text at all, excused or not; only rules made of claims. */
  hears?(text: string): boolean;
}

/** A finding at a range of a folded text, told in offsets of the original. */
export function findingAt(
  rule: Pick<Rule, 'id' | 'basis'>,
  severity: Finding['severity'],
  folded: Folded,
  range: { readonly start: number; readonly end: number },
): Finding {
  const { start, end } = originalRange(folded, range.start, range.end);
  const text = folded.original.slice(start, end);
  return { rule: rule.id, severity, start, end, text, basis: rule.basis };
}
