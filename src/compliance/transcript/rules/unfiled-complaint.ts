import { complains } from '../speech-acts.js';
import { answersTo, saidBy } from '../transcript.js';
import type { Said, Transcript } from '../transcript.js';
import type { TranscriptRule } from '../transcript-rule.js';
import { foundAt } from '../transcript-rule.js';

const SHOWS_THE_WAY = /投诉(?:渠道|电话|热线|入口|专员|编号|流程)|客服热线|12378|12386|95\d{3}/;
const TAKES_IT_UP = /登记|记(?:录)?(?:下来|了|好)|受理[^。]{0,4}投诉|投诉[^。]{0,8}受理/;
/** 「我来登记」「确认登记就回「对」」: begun, and hanging on what the customer says next. */
const ONLY_BEGINS =
  /我来登记|登记(?:的话)?[,，]?就?回(?:复)?[「“"]|登记[^。]{0,8}[吗么?？]|(?:先|一定)给您登记|(?:先|还)(?:留着|差)/;
const TAKEN_BACK = /不(?:投诉|追究)了|先不投诉|投诉[^。!?！？]{0,4}(?:撤|算了)/;
const ANSWERS = 4;

/** 投诉没有登记: a complaint was voiced or begun, and neither put on record nor shown its way. */
export const unfiledComplaint: TranscriptRule = {
  id: 'T6',
  title: '客户提出投诉，没有登记也没有告知渠道',
  basis: { instrument: '银行业保险业消费投诉处理管理办法', article: '第十八条', tag: 'T2' },
  inspect(transcript) {
    if (transcript.acts.some(({ kind }) => kind === 'complaint_filed')) return [];
    const first = saidBy(transcript, 'customer').find((said) => isLeft(transcript, said));
    const range = first && complains(first);
    return range ? [foundAt(unfiledComplaint, 'hard', first, range)] : [];
  },
};

const isLeft = (transcript: Transcript, said: Said): boolean =>
  complains(said) !== null &&
  !answersTo(transcript, said.seq, ANSWERS).some(({ text }) => isTakenUp(text)) &&
  !isWithAPerson(transcript, said) &&
  !saidBy(transcript, 'customer').some(({ seq, text }) => seq >= said.seq && TAKEN_BACK.test(text));

const isTakenUp = (answer: string): boolean =>
  SHOWS_THE_WAY.test(answer) ||
  answer.split(/[。!！\n]/).some((one) => TAKES_IT_UP.test(one) && !ONLY_BEGINS.test(one));

/** A person was called for it and has not spoken yet; once one has, their words count. */
const isWithAPerson = (transcript: Transcript, { seq: from }: Said): boolean =>
  transcript.acts.some(({ kind, seq }) => kind === 'person_called' && seq > from) &&
  !saidBy(transcript, 'advisor').some(({ seq }) => seq > from);
