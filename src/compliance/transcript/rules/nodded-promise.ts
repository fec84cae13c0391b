import { inspect } from '../../guard.js';
import { countNegations } from '../../polarity.js';
import type { Said, Transcript } from '../transcript.js';
import { isSaid } from '../transcript.js';
import type { TranscriptRule } from '../transcript-rule.js';
import { foundIn } from '../transcript-rule.js';

const PROMISES = ['L1', 'L2', 'L3', 'L5'];
const PARTICLE = /(?:吗|么|吧|呢|哦|对吧|对不对|是吧|嘛)+[?？。!！\s]*$/;
const AFFIRMS =
  /^(?:是(?!不)|对|嗯|恩|当然|没错|肯定|必须|放心|可以这么|差不多|就是|您说得对|妥|可不(?:是|嘛)|那(?:是|必须|当然|肯定)|真的|会的|能的|保的|有的|没问题|yes|ok|👍)/i;
/** As customers put it who have never heard of 保本. */
const PLAINLY = /(?:本金?|本钱|钱)[^,，。]{0,4}(?:不会|没)(?:动|少|丢|亏|损)/;
/** An answer that goes on at length explains itself; the guard reads it by itself. */
const BARE = 12;

/** 点头承诺: asked whether it is promised, an advisor just says yes. */
export const noddedPromise: TranscriptRule = {
  id: 'T4',
  title: '客户问是否保本保收益，只答“是的”',
  basis: { instrument: '证券投资基金法', article: '第七十七条', tag: 'T' },
  inspect: (transcript) => nods(transcript).map((answer) => foundIn(noddedPromise, 'hard', answer)),
};

const nods = ({ acts }: Transcript): readonly Said[] =>
  acts.filter(isSaid).filter((answer, index, spoken) => {
    const asked = spoken[index - 1];
    if (answer.speaker !== 'advisor' || asked?.speaker !== 'customer') return false;
    return isBareYes(answer.text) && asksForPromise(asked);
  });

const isBareYes = (text: string): boolean =>
  AFFIRMS.test(text.trim()) &&
  [...text].length <= BARE &&
  countNegations(text.replace(/^可不/, '')) === 0;

/** Any clause of the question, said as a statement, would be a promise. */
const asksForPromise = ({ text, utterance }: Said): boolean =>
  PLAINLY.test(text) ||
  text.split(/[，,。；;？?！!]/).some((clause) => {
    const stated = clause
      .trim()
      .replace(PARTICLE, '')
      .replace(/(.)不\1/g, '$1')
      .replace(/是(?=是|放|一|稳|不)/, '')
      .replace(/^.*?(?:你就说|就说|是说|问)/, '');
    const { customer: _, ...context } = utterance.context;
    return inspect(stated, { ...context, speaker: 'advisor' }).some(({ rule }) =>
      PROMISES.includes(rule),
    );
  });
