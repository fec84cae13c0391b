import { asksForPerson } from '../speech-acts.js';
import { answersTo, saidBy } from '../transcript.js';
import type { Said, Transcript } from '../transcript.js';
import type { TranscriptRule } from '../transcript-rule.js';
import { foundAt } from '../transcript-rule.js';

const OFFERS =
  /转(?:接|给|到)?(?:人工|顾问|同事|经理)|(?:顾问|同事|经理|人工)(?:接|来|会|正在|马上|已)|排队|回电|电话联系(?:您|你)|预约/;
const ANSWERS = 2;

/** 要人工没有人工: asked for a person, and neither fetched one nor offered a call back. */
export const refusedHandoff: TranscriptRule = {
  id: 'T7',
  title: '客户要求人工，没有转接也没有约回电',
  basis: { instrument: '数智员工守则', article: '转人工', tag: 'M' },
  inspect: (transcript) =>
    saidBy(transcript, 'customer')
      .filter((said) => isLeft(transcript, said))
      .slice(0, 1)
      .flatMap((said) => {
        const range = asksForPerson(said);
        return range ? [foundAt(refusedHandoff, 'hard', said, range)] : [];
      }),
};

function isLeft(transcript: Transcript, said: Said): boolean {
  if (!asksForPerson(said)) return false;
  const { acts } = transcript;
  // Whoever talks with a person already has what they ask for.
  const before = acts.filter(({ seq, kind }) => kind === 'said' && seq < said.seq);
  const last = before.findLast((act) => act.kind === 'said' && act.speaker !== 'customer');
  if (last?.kind === 'said' && last.speaker === 'advisor') return false;
  const answers = answersTo(transcript, said.seq, ANSWERS);
  const isCalled = acts.some(({ kind, seq }) => kind === 'person_called' && seq > said.seq);
  return !isCalled && !answers.some(({ text, speaker }) => speaker === 'advisor' || offers(text));
}

/** 「不能转人工」 offers nothing. */
const offers = (text: string): boolean =>
  OFFERS.test(text) &&
  !/(?:不能|无法|没法|不可以|不支持|没有)[^。!?！？]{0,6}(?:转|人工)/.test(text);
