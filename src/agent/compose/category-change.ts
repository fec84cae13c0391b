import type { Settled, TurnContext } from '../../conversation/agent.js';
import type { Business } from '../../compliance/cross-sell.js';
import { businessOf, judgeCrossSell } from '../../compliance/cross-sell.js';
import type { Wordings } from '../../wording/prompts.js';
import type { Paragraph } from './paragraph.js';
import { worded } from './paragraph.js';

/**
 * 换了业务类别 (suitability.md row 26): whoever spoke of funds, wealth products or deposits and turns to
 * insurance is told, once, that it is another business and no condition of the first.
 */
export function categoryChange(
  wordings: Wordings,
  { history, seed }: Pick<TurnContext, 'history' | 'seed'>,
  settled: readonly Settled[],
): readonly Paragraph[] {
  if (!settled.some(isOfInsurance) || history.some(({ text }) => text.includes(MARK))) return [];
  const from = spokenOfIn(history.map(({ text }) => text));
  if (from === null) return [];
  // What is looked up is what the customer asked for.
  const asked = {
    from,
    to: 'insurance',
    initiative: 'customer',
    hasSeparateConsent: false,
  } as const;
  return judgeCrossSell(asked).duties.includes('name_category_change')
    ? [worded(wordings, 'category_change', { from: NAMES[from] }, seed)]
    : [];
}

/** Stands in the wording, so that it is said once a conversation. */
const MARK = '另一类业务';

const isOfInsurance = ({ step, result }: Settled): boolean =>
  (step.say === 'product' || step.say === 'product_list') &&
  (result?.products ?? []).some(({ regime }) => businessOf(regime) === 'insurance');

type Before = Exclude<Business, 'loan'>;

const NAMES: Readonly<Record<Before, string>> = {
  deposit: '存款',
  wealth_product: '理财',
  fund: '基金',
  insurance: '保险',
};

const SPOKEN: readonly (readonly [Before, RegExp])[] = [
  ['insurance', /保险|保单|重疾|医疗险|寿险|年金/],
  ['fund', /基金|ETF/i],
  ['wealth_product', /理财(?!业务|服务|顾问)/],
  ['deposit', /存款|定期|存单/],
];

/** So far back what was spoken of is still what they came for. */
const LATELY = 6;

/** The business last spoken of; null: none was. */
function spokenOfIn(said: readonly string[]): Before | null {
  for (const text of said.slice(-LATELY).reverse()) {
    const found = SPOKEN.find(([, words]) => words.test(text));
    if (found) return found[0];
  }
  return null;
}
