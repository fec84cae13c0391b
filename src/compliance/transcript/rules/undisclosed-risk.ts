import { effectiveRiskLevel } from '../../../terms/product.js';
import { recommendations } from '../recommendations.js';
import { warnsOfRisk } from '../speech-acts.js';
import { OURS, answersTo, saidBy } from '../transcript.js';
import type { TranscriptRule } from '../transcript-rule.js';
import { foundAt } from '../transcript-rule.js';

/** Whoever recommends may still say it in the two sentences that follow. */
const SAID_SOON = 2;

/** 揭示未到位: recommended without a word on how risky it is or what may be lost. */
export const undisclosedRisk: TranscriptRule = {
  id: 'T2',
  title: '推荐时没有提示风险等级或可能的损失',
  basis: { instrument: '金融机构产品适当性管理办法', article: '第三十一条', tag: 'T2' },
  inspect: (transcript) =>
    recommendations(transcript)
      .filter(({ items }) => items.some(({ product }) => effectiveRiskLevel(product) !== null))
      .filter(({ said }) => {
        const before = saidBy(transcript, ...OURS).filter(({ seq }) => seq <= said.seq);
        return ![...before, ...answersTo(transcript, said.seq, SAID_SOON)].some(warnsOfRisk);
      })
      .slice(0, 1)
      .map(({ said, range }) => foundAt(undisclosedRisk, 'soft', said, range)),
};
