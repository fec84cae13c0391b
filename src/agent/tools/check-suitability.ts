import { z } from 'zod';
import { INSURANCE_FINDINGS } from '../../advice/suitability/occasion.js';
import { findProduct, otherClasses } from '../../profiles/kyp.js';
import type { KnowledgeIndex } from '../../retrieval/knowledge-index.js';
import type { Store } from '../../store/store.js';
import { MAX_TEXT } from '../../terms/message.js';
import { factsOf } from '../../wording/fee-table.js';
import { articlesOf } from './articles.js';
import type { GateRules } from './gate.js';
import { gateFor } from './gate.js';
import { searchCard } from './search-knowledge.js';
import type { Tool } from './tool.js';
import { found, nothingFound } from './tool.js';

const Input = z.strictObject({
  code: z.string().min(1).max(40),
  query: z.string().max(MAX_TEXT).default(''),
  /** How the customer asks for themselves: to know, because they insist, or with borrowed money. */
  buyer: z.enum(['self', 'insistent', 'borrower']).default('self'),
  /** Yuan to be paid in, where the customer named a sum; `all`: whatever they have. */
  amount: z
    .union([z.number().positive(), z.literal('all')])
    .nullable()
    .default(null),
  /** What the conversation has on record of their need. */
  need: z
    .strictObject({ horizonDays: z.number().nullable(), maxLossPct: z.number().nullable() })
    .nullable()
    .default(null),
  /** How a policy would be paid for, and what the household earns, as the customer told it. */
  premium: z
    .strictObject({
      annual: z.number().positive().optional(),
      single: z.number().positive().optional(),
      years: z.number().positive().optional(),
      income: z.number().nonnegative().optional(),
    })
    .default({}),
  /** What the customer told that speaks against one more policy. */
  finding: z.enum(INSURANCE_FINDINGS).default('none'),
});

/**
 * `check_suitability`: whether one product may be sold to the customer of this turn, by rule. Whose
 * profile is judged is bound by the turn; neither the customer's words nor a model's change it.
 */
export const checkSuitability = (
  store: Store,
  index: () => KnowledgeIndex,
  rules: GateRules,
): Tool<z.infer<typeof Input>> => ({
  name: 'check_suitability',
  effect: 'read',
  input: Input,
  async run({ code, query, buyer, amount, need, premium, finding }, bound) {
    const product = await findProduct(store, code);
    if (!product) return nothingFound('no such product on the shelf');
    const asked = {
      initiative: 'customer' as const,
      customerInsists: buyer === 'insistent',
      order: {
        borrowed: buyer === 'borrower',
        ...(typeof amount === 'number' && { amount }),
      },
      allIn: amount === 'all',
      need,
      insuranceFinding: finding,
    };
    const gate = await gateFor(store, rules, bound, [product], asked, premium);
    const verdict = gate?.judged[0]?.verdict;
    const onCard = searchCard(index(), product, query, bound.today);
    return found({
      products: [product],
      facts: factsOf(product, bound.today),
      passages: onCard.passages.map(({ passage }) => passage),
      support: onCard.support,
      otherClasses: await otherClasses(store, [product]),
      ...(gate &&
        verdict && { gate: { ...gate, sources: articlesOf(index(), verdict.basis, bound.today) } }),
    });
  },
});
