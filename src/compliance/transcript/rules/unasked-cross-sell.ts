import { businessOf, judgeCrossSell } from '../../cross-sell.js';
import type { Recommendation } from '../recommendations.js';
import { recommendations } from '../recommendations.js';
import type { Transcript } from '../transcript.js';
import { saidBy } from '../transcript.js';
import type { TranscriptRule } from '../transcript-rule.js';
import { foundAt } from '../transcript-rule.js';

const CAME_FOR = {
  deposit: /存款|定期|存单|活期|存钱|利率/,
  loan: /贷款|房贷|(?:装修|车|消费|经营)贷|按揭|还款/,
} as const;
const INSURANCE = /保险|年金|重疾|医疗险|寿险|保单|保障/;
const ASKS_LEAVE =
  /(?:方便|可以|愿意|需要|想不想|要不要|能(?:不能)?占?|跟您)[^。!?！？]{0,12}(?:介绍|了解|听听|说说)/;
const AGREES = /^(?:好|可以|行|嗯|说(?:说|吧)|(?:你|您)说|介绍|想|愿意|要)/;

/** 借别的业务推销保险: brought up without being asked, and without leave asked for it by itself. */
export const unaskedCrossSell: TranscriptRule = {
  id: 'T19',
  title: '客户办存款或贷款，未经单独同意推销保险',
  basis: { instrument: '保险销售行为管理办法', article: '第二十三条', tag: 'T2' },
  inspect: (transcript) =>
    recommendations(transcript)
      .filter((one) => isBlocked(transcript, one))
      .slice(0, 1)
      .map(({ said, range }) => foundAt(unaskedCrossSell, 'hard', said, range)),
};

function isBlocked(transcript: Transcript, { said, items }: Recommendation): boolean {
  const isInsurance = items.some(({ product }) => businessOf(product.regime) === 'insurance');
  const before = saidBy(transcript, 'customer').filter(({ seq }) => seq < said.seq);
  const words = before.map(({ text }) => text).join('\n');
  const from = (Object.keys(CAME_FOR) as (keyof typeof CAME_FOR)[]).find((business) =>
    CAME_FOR[business].test(words),
  );
  if (!isInsurance || from === undefined) return false;
  const initiative = INSURANCE.test(words) ? 'customer' : 'advisor';
  const hasSeparateConsent = isConsented(transcript, said.seq);
  return (
    judgeCrossSell({ from, to: 'insurance', initiative, hasSeparateConsent }).verdict === 'BLOCK'
  );
}

function isConsented(transcript: Transcript, seq: number): boolean {
  const spoken = saidBy(transcript, 'customer', 'bot', 'advisor').filter((one) => one.seq < seq);
  return spoken.some(
    ({ speaker, text }, index) =>
      speaker === 'customer' &&
      AGREES.test(text.trim()) &&
      ASKS_LEAVE.test(spoken[index - 1]?.text ?? ''),
  );
}
