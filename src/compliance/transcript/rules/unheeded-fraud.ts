import { tellsOfFraud } from '../speech-acts.js';
import { answersTo, saidBy } from '../transcript.js';
import type { TranscriptRule } from '../transcript-rule.js';
import { foundAt } from '../transcript-rule.js';

const HEEDS =
  /诈骗|骗(?:局|子|人|您|你|术)?|(?:不要|别|先别|停止|千万别|立即停)[^。!?！？]{0,8}(?:转|汇|打款|付|操作|共享)|报警|110|96110|冻结|止付/;
const ANSWERS = 2;

/** 诈骗信号没有处置: told of what only cheats ask for, and not warned. */
export const unheededFraud: TranscriptRule = {
  id: 'T11',
  title: '客户说到诈骗迹象，没有提醒也没有处置',
  basis: { instrument: '反电信网络诈骗法', article: '第三十条', tag: 'T' },
  inspect(transcript) {
    if (transcript.acts.some(({ kind }) => kind === 'fraud_reported')) return [];
    const told = saidBy(transcript, 'customer').flatMap((said) => {
      const range = tellsOfFraud(said);
      const answers = answersTo(transcript, said.seq, ANSWERS);
      const isLeft = range && answers.length > 0 && !answers.some(({ text }) => HEEDS.test(text));
      return isLeft ? [foundAt(unheededFraud, 'hard', said, range)] : [];
    });
    return told.slice(0, 1);
  },
};
