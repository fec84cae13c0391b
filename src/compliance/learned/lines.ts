import type { Finding } from '../../terms/finding.js';
import type { Regime } from '../../terms/product.js';
import type { Speaker, SubjectProduct } from '../utterance.js';

/** One labelled sentence (例句). `rule` is null where there is nothing wrong with it. */
export interface LabelledLine {
  readonly text: string;
  readonly speaker: Speaker;
  readonly product?: SubjectProduct;
  readonly rule: string | null;
  readonly severity: Finding['severity'];
}

const LINE =
  /^(?<sign>[+~-]) (?:\{(?:(?<speaker>bot|advisor))? ?(?:(?<regime>[A-Z_]+)\/(?<type>\w+))?\} )?(?<text>.+)$/;

/**
 * Reads `knowledge/guard/<rule>.txt`: `+` said outright, `~` hinted, `-` fine; then, in braces, who
 * speaks and of what where it matters: `{advisor CSRC_FUND/private}`. `#` starts a remark. Throws on
 * any other line, with its number.
 */
export function parseLines(rule: string, file: string): readonly LabelledLine[] {
  return file.split('\n').flatMap((line, i) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const groups = LINE.exec(line)?.groups;
    if (!groups) throw new Error(`knowledge/guard/${rule}.txt line ${i + 1} is not understood`);
    const { sign, speaker, regime, type, text } = groups;
    return [
      {
        text: text!,
        speaker: speaker === 'advisor' ? 'advisor' : 'bot',
        ...(regime && { product: { regime: regime as Regime, type: type!, riskLevel: null } }),
        rule: sign === '-' ? null : rule,
        severity: sign === '~' ? 'soft' : 'hard',
      },
    ];
  });
}

/** Paragraphs of a knowledge file as lines with nothing wrong; questions it answers are left out. */
export const fineLines = (markdown: string): readonly LabelledLine[] =>
  markdown
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .split('\n')
    .filter((line) => /^[^#>|\s]/.test(line))
    .map((line) => ({ text: line, speaker: 'bot', rule: null, severity: 'hard' }));
