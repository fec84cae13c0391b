import { asksForAnother, asksForPerson } from '../speech-acts.js';
import { answersTo, isSaid, saidBy } from '../transcript.js';
import type { Said, Transcript } from '../transcript.js';
import type { TranscriptRule } from '../transcript-rule.js';
import { foundAt } from '../transcript-rule.js';

const OFFERS =
  /转(?:接|给|到)?(?:人工|顾问|同事|经理)|(?:顾问|同事|经理|人工)(?:接|来|会|正在|马上|已)|排队|回电|电话联系(?:您|你)|预约/;
const FETCHES =
  /(?:请|叫|喊|转|换|联系|通知|约|报|让|帮您找|安排)[^,，。!?！？不没]{0,6}(?:主管|负责人|领导|经理|上级|同事|别的顾问|其他顾问|别人)|(?:主管|负责人|领导|经理|上级|同事)[^,，。!?！？不没]{0,6}(?:来|接|回电|联系您|跟您说)/;
const KEEPS =
  /(?:找|跟)我(?:说|谈|聊)?(?:也|都|就)|我(?:也|就)(?:行|可以|能)|(?:找|换|叫)谁(?:也|都)|没(?:有)?用|不(?:用|必)(?:换|找)/;
const ANSWERS = 2;

/** 要人工没有人工: asked for a person, or for another one, and neither fetched one nor offered a call back. */
export const refusedHandoff: TranscriptRule = {
  id: 'T7',
  title: '客户要求人工，没有转接也没有约回电',
  basis: { instrument: '数智员工守则', article: '转人工', tag: 'M' },
  inspect: (transcript) =>
    saidBy(transcript, 'customer')
      .filter((said) => isLeft(transcript, said))
      .slice(0, 1)
      .flatMap((said) => {
        const range = asksForAnother(said) ?? asksForPerson(said);
        return range ? [foundAt(refusedHandoff, 'hard', said, range)] : [];
      }),
};

function isLeft(transcript: Transcript, said: Said): boolean {
  const { acts } = transcript;
  const before = acts.filter(isSaid).filter(({ seq }) => seq < said.seq);
  const last = before.findLast(({ speaker }) => speaker !== 'customer');
  // Whoever talks with a person has one, and may want another.
  const person = last?.speaker === 'advisor' ? last : null;
  const wanted = asksForAnother(said) ?? (person ? null : asksForPerson(said));
  if (!wanted) return false;
  if (acts.some(({ kind, seq }) => kind === 'person_called' && seq > said.seq)) return false;
  const answers = answersTo(transcript, said.seq, ANSWERS);
  if (!person) return !answers.some(({ text, speaker }) => speaker === 'advisor' || offers(text));
  return !answers.some(({ text, by }) => by !== person.by || offersAnother(text));
}

/** 「不能转人工」 offers nothing. */
const offers = (text: string): boolean =>
  OFFERS.test(text) &&
  !/(?:不能|无法|没法|不可以|不支持|没有)[^。!?！？]{0,6}(?:转|人工)/.test(text);

/** 「主管不在，找我就行」 offers nobody. */
const offersAnother = (text: string): boolean =>
  (offers(text) || FETCHES.test(text)) && !KEEPS.test(text);
