import { inspect } from '../../guard.js';
import type { Said, Transcript } from '../transcript.js';
import { isSaid } from '../transcript.js';
import type { TranscriptFinding, TranscriptRule } from '../transcript-rule.js';

const WITHIN_MS = 10 * 60_000;
/** 嗯、好的: the customer's nod between two halves keeps nothing apart. */
const NOD = 4;
const PROMISES = ['L1', 'L2', 'L3', 'L5'];

/** 拆成几条说的承诺: neither message promises, read together they do. */
export const splitPromise: TranscriptRule = {
  id: 'T3',
  title: '把承诺拆成几条消息说',
  basis: { instrument: '证券投资基金法', article: '第七十七条', tag: 'T' },
  inspect: (transcript) => pairs(transcript).flatMap(([first, second]) => across(first, second)),
};

function pairs({ acts }: Transcript): readonly (readonly [Said, Said])[] {
  const spoken = acts
    .filter(isSaid)
    .filter(({ speaker, text }) => speaker !== 'customer' || [...text].length > NOD);
  return spoken.flatMap((first, index) => {
    const second = spoken[index + 1];
    const isOne =
      second !== undefined &&
      first.speaker === 'advisor' &&
      second.by === first.by &&
      second.at - first.at <= WITHIN_MS;
    return isOne ? [[first, second] as const] : [];
  });
}

/** What only the two together say. */
function across(first: Said, second: Said): readonly TranscriptFinding[] {
  const { context } = first.utterance;
  const promisesIn = (text: string) =>
    inspect(text, context).filter(
      ({ rule, severity }) => severity === 'hard' && PROMISES.includes(rule),
    );
  if ([first, second].some(({ text }) => promisesIn(text).length > 0)) return [];
  const seam = first.text.length;
  const found = promisesIn(first.text + second.text).find(({ end }) => end > seam);
  if (!found) return [];
  const { basis, end } = found;
  return [
    { rule: splitPromise.id, severity: 'hard', basis, seq: second.seq, start: 0, end: end - seam },
  ];
}
