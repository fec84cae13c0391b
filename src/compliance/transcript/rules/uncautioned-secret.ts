import { givesSecret } from '../speech-acts.js';
import { answersTo, saidBy } from '../transcript.js';
import type { TranscriptRule } from '../transcript-rule.js';
import { foundAt } from '../transcript-rule.js';

const CAUTIONS =
  /(?:不要|请勿|别|不用|无需|不需要|不会)[^。!?！？]{0,14}(?:发|告诉|提供|透露|索要|密码|验证码|证件)|(?:修改|更换|换|改)[^。!?！？]{0,6}密码|撤回|删(?:掉|除)/;
const ANSWERS = 2;

/** 收到密码没有提醒: the customer sent a secret, and nobody told them to keep it. */
export const uncautionedSecret: TranscriptRule = {
  id: 'T12',
  title: '客户发来密码、验证码或证件号，没有提醒保护',
  basis: { instrument: '个人信息保护法', article: '第五十一条', tag: 'T' },
  inspect: (transcript) =>
    saidBy(transcript, 'customer').flatMap((said) => {
      const range = givesSecret(said);
      const answers = answersTo(transcript, said.seq, ANSWERS);
      if (!range || answers.length === 0) return [];
      if (answers.some(({ text }) => CAUTIONS.test(text))) return [];
      return [foundAt(uncautionedSecret, 'soft', said, range)];
    }),
};
