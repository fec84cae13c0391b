import { judge } from '../../../advice/suitability/judge.js';
import { isAllowed } from '../../../advice/suitability/verdict.js';
import { toLocalDate } from '../../../terms/time.js';
import type { Recommendation } from '../recommendations.js';
import { recommendations } from '../recommendations.js';
import type { Transcript } from '../transcript.js';
import type { TranscriptFinding, TranscriptRule } from '../transcript-rule.js';
import { foundAt } from '../transcript-rule.js';

/** 不适当的推荐: what the gate would not have let through, on the day and for the customer it was said to. */
export const unsuitableAdvice: TranscriptRule = {
  id: 'T1',
  title: '推荐与客户的风险承受能力或情形不匹配',
  basis: { instrument: '证券投资基金法', article: '第九十八条', tag: 'T' },
  inspect: (transcript) =>
    recommendations(transcript).flatMap((one) => judged(transcript, one) ?? []),
};

function judged(transcript: Transcript, one: Recommendation): TranscriptFinding | null {
  const { said, range, items } = one;
  if (items.length === 0) return null;
  const customer = transcript.customerAt(said.at);
  // Whoever is not known cannot have been matched with anything.
  if (!customer) return foundAt(unsuitableAdvice, 'hard', said, range);
  const initiative = said.speaker === 'bot' ? 'bot' : 'advisor';
  const verdicts = items.map(({ gated: product }) =>
    judge({
      today: toLocalDate(said.at),
      product,
      customer,
      initiative,
      channel: { operator: 'licensed_self_operated' },
    }),
  );
  const refused = verdicts.filter((verdict) => !isAllowed(verdict));
  const worst = refused.find(({ verdict }) => verdict === 'BLOCK') ?? refused[0];
  if (!worst) return null;
  const severity = worst.verdict === 'BLOCK' ? 'hard' : 'soft';
  const basis = worst.basis[0] ?? unsuitableAdvice.basis;
  return foundAt({ id: unsuitableAdvice.id, basis }, severity, said, range);
}
