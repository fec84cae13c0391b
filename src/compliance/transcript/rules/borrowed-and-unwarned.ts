import { borrowsToInvest } from '../speech-acts.js';
import { answersTo, saidBy } from '../transcript.js';
import type { TranscriptRule } from '../transcript-rule.js';
import { foundAt } from '../transcript-rule.js';

const WARNS =
  /(?:不要|请勿|别|不能|不可以|不建议|不该|不应|不宜|不适合|不符合|勿)[^。!?！？]{0,14}(?:借|贷|信用卡|套现|杠杆)|(?:借|贷|信用卡|套现)[^。!?！？]{0,14}(?:不能|不可以|不建议|不行|风险|不符合|不允许|不合规|利息)/;
const ANSWERS = 3;

/** 借钱投资没有劝阻: the customer says the money is borrowed, and nobody advises against it. */
export const borrowedAndUnwarned: TranscriptRule = {
  id: 'T10',
  title: '客户说用借来的钱投资，没有劝阻',
  basis: { instrument: '数智员工守则', article: '借贷资金', tag: 'M' },
  inspect: (transcript) =>
    saidBy(transcript, 'customer').flatMap((said) => {
      const range = borrowsToInvest(said);
      if (!range) return [];
      const answers = answersTo(transcript, said.seq, ANSWERS);
      if (answers.length === 0 || answers.some(({ text }) => WARNS.test(text))) return [];
      return [foundAt(borrowedAndUnwarned, 'hard', said, range)];
    }),
};
