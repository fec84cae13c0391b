import type { Utterance } from './utterance.js';

/**
 * 产品范围: fixed interest, repaid principal and deposit insurance are facts of a deposit or a
 * government bond and violations for everything else.
 */
export function isAboutDeposit(
  utterance: Utterance,
  clause: number,
  at: number,
  end: number,
): boolean {
  const regime = utterance.context.product?.regime;
  if (regime === 'DEPOSIT' || regime === 'GOV_BOND') return true;
  const { clauses, folded, sentences } = utterance;
  const here = clauses[clause]!;
  if (regime !== undefined) {
    const named = DEPOSIT.exec(folded.text.slice(here.start, at));
    if (!named || named.index > 8) return false;
    return isPlainlySaid(folded.text.slice(here.start, at));
  }
  const own = folded.text.slice(here.start, at);
  if (DEPOSIT.test(own) && isPlainlySaid(own)) return true;
  // A sentence that begins with deposits is about them, whatever the one before it spoke of.
  const sentence = folded.text.slice(sentences[here.sentence]!.start, at);
  if (BEGINS_WITH_DEPOSIT.test(sentence) && isPlainlySaid(sentence)) return true;
  const before = folded.text.slice(Math.max(0, at - 120), end);
  return (
    DEPOSIT.test(before) &&
    !INVESTS.test(before) &&
    !LIKENS.test(folded.text.slice(sentences[here.sentence]!.start, end))
  );
}

const isPlainlySaid = (before: string): boolean => !LIKENS.test(before) && !INVESTS.test(before);

const DEPOSIT =
  /存款(?!理财|一体|类)|定期(?!开放|开|报告|披露|测评)|活期|大额存单|储蓄|国债(?!逆回购|etf|基金)|存单(?!指数|基金)/;
const BEGINS_WITH_DEPOSIT = new RegExp(`^\\s*(?:${DEPOSIT.source})`);
const LIKENS =
  /像|跟|和(?!到)|与|同(?!时)|如同|好比|等于|相当|比|当成?|一样|似的|替代|不输|堪比|媲美|升级|就是/;
const INVESTS =
  /理财|基金|信托|年金|万能|这[款只支期份](?!存款|定期|国债|大额)|该产品|本产品|我们的?产品|净值|固收/;
