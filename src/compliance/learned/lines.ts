import { fencedIn } from '../../terms/fenced.js';
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
 * speaks and of what where it matters: `{advisor CSRC_FUND/private}`; words in brackets are choices. `#` starts a remark. Throws on
 * any other line, with its number.
 */
export function parseLines(rule: string, file: string): readonly LabelledLine[] {
  return file.split('\n').flatMap((line, i) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const groups = LINE.exec(line)?.groups;
    if (!groups) throw new Error(`knowledge/guard/${rule}.txt line ${i + 1} is not understood`);
    const { sign, speaker, regime, type, text } = groups;
    return wordingsOf(text!).map((wording) => ({
      text: wording,
      speaker: speaker === 'advisor' ? 'advisor' : 'bot',
      ...(regime && { product: { regime: regime as Regime, type: type!, riskLevel: null } }),
      rule: sign === '-' ? null : rule,
      severity: sign === '~' ? 'soft' : 'hard',
    }));
  });
}

const CHOICE = /\[([^[\]]*\|[^[\]]*)\]/g;
const MOST_WORDINGS = 6;

/**
 * A family (句族) is written with choices, 「[亏了|跌了]我补」: every word of each is used, and up to
 * six of the ways they go together.
 */
function wordingsOf(text: string): readonly string[] {
  if (!text.includes('|')) return [text];
  const wordings = Array.from({ length: MOST_WORDINGS }, (_, turn) => {
    let place = 0;
    return text.replace(CHOICE, (_choice, words: string) => {
      const all = words.split('|');
      // After every word had its turn, the places shift against each other.
      const at = turn + place * Math.floor(turn / all.length);
      place += 1;
      return all[at % all.length]!;
    });
  });
  return [...new Set(wordings)];
}

/** Paragraphs of a knowledge file as lines with nothing wrong; questions it answers are left out. */
export const fineLines = (markdown: string): readonly LabelledLine[] =>
  (fencedIn(markdown)?.body ?? markdown)
    .split('\n')
    .filter((line) => /^[^#>|\s]/.test(line))
    .map((line) => ({ text: line, speaker: 'bot', rule: null, severity: 'hard' }));
