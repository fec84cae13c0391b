import { Problem } from '../../access/problem.js';
import { judgeSeller } from '../../advice/suitability/seller.js';
import type { Verdict } from '../../advice/suitability/verdict.js';
import { isAllowed } from '../../advice/suitability/verdict.js';
import type { GateRules } from '../../agent/tools/gate.js';
import { gateFor } from '../../agent/tools/gate.js';
import type { Gate } from '../../conversation/gate.js';
import type { Person } from '../../conversation/handoff/events.js';
import type { Said, SayingDeps } from '../../conversation/handoff/saying.js';
import { checkWords, labelOf, record } from '../../conversation/handoff/saying.js';
import { findConversation } from '../../conversation/queries/conversation.js';
import { findProduct } from '../../profiles/kyp.js';
import { findSignatory } from '../../profiles/signatory.js';
import { customerId } from '../../terms/ids.js';
import type { Product } from '../../terms/product.js';
import { effectiveRiskLevel, isOnSale } from '../../terms/product.js';
import { riskLabel } from '../../terms/risk.js';
import type { LocalDate } from '../../terms/time.js';
import { toLocalDate } from '../../terms/time.js';
import type { Draft } from '../../terms/statement.js';
import { spaced } from '../../wording/figures.js';
import type { Wordings } from '../../wording/prompts.js';
import { masterPassage } from '../../agent/compose/product-source.js';
import { citationOf } from '../../terms/passage.js';
import { factsOf } from '../../wording/fee-table.js';

/** 发产品卡: a product an advisor brings up, through the gate, the licence and the guard, in that order. */

export interface CardDeps extends SayingDeps {
  readonly gate: GateRules;
  readonly wordings: Wordings;
}

interface Card {
  /** One product's own card, or two or three side by side. */
  readonly codes: readonly string[];
  readonly text: string | null;
  readonly reason: string | null;
}

/** Throws a 404 or 422 Problem where one may not be brought up to this customer by this advisor. */
export async function sendCard(
  deps: CardDeps,
  id: string,
  by: Person,
  { codes, text, reason }: Card,
): Promise<Said> {
  const row = await findConversation(deps.store, id);
  if (!row) throw new Problem(404, '没有找到');
  const today = toLocalDate(deps.now());
  const products = await Promise.all(codes.map((code) => onSale(deps, code, today)));
  for (const product of products) await refuseUnlicensed(deps, by, product);
  const gate = await gateOn(deps, row.customer_id, products);
  refuseUnsuited(gate);
  const words = { text: text ?? wordsFor(deps.wordings, products), reason };
  const spoken = {
    draft: cardDraft(products, today, deps.wordings),
    label: labelOf(by),
    suitability: mostBinding(gate),
  };
  const guarded = await checkWords(deps, id, words, spoken);
  return record(deps, id, { by, words, guarded, draft: null, gate });
}

async function onSale({ store }: CardDeps, code: string, today: LocalDate): Promise<Product> {
  const product = await findProduct(store, code);
  if (product && isOnSale(product, today)) return product;
  throw new Problem(422, `${product?.name ?? code}现在不在售，不能发`);
}

function refuseUnsuited({ judged }: Gate): void {
  const barred = judged.find(({ verdict }) => !isAllowed(verdict));
  if (!barred) return;
  const { row: rule, verdict } = barred.verdict;
  throw new Problem(422, '适当性不通过，不能发给这位客户', {}, { rule, verdict });
}

/** Row 22: licence and grade of whoever speaks. */
async function refuseUnlicensed({ store }: CardDeps, by: Person, product: Product): Promise<void> {
  const seller = await findSignatory(store, by.id);
  const lacks = seller ? judgeSeller(seller, product).lacks : ['licence' as const];
  if (lacks.length === 0) return;
  const title = lacks.includes('licence')
    ? '您没有讲这类产品的执业资格，请转交有资格的同事'
    : '这只产品超出您可讲解的等级，请转交有授权的同事';
  throw new Problem(422, title, {}, { lacks: [...lacks] });
}

/** Whose duties are told: of several, the one that asks for most. */
const mostBinding = ({ judged }: Gate): Verdict =>
  judged.map(({ verdict }) => verdict).sort((a, b) => b.duties.length - a.duties.length)[0]!;

async function gateOn(
  deps: CardDeps,
  customer: string | null,
  products: readonly Product[],
): Promise<Gate> {
  const today = toLocalDate(deps.now());
  const bound = { customer: customer === null ? null : customerId(customer), today };
  const gate = await gateFor(deps.store, deps.gate, bound, products, { initiative: 'advisor' });
  if (!gate) throw new Problem(422, '客户没有登录，不知道他能承受什么，不能推介产品');
  return gate;
}

const wordingOf = (products: readonly Product[]): string =>
  products.length === 1 ? 'advisor_card' : 'advisor_comparison';

const wordsFor = (wordings: Wordings, products: readonly Product[]): string =>
  wordings.get(wordingOf(products)).render({ name: products.map(graded).join('、') });

function graded(product: Product): string {
  const grade = effectiveRiskLevel(product);
  return grade === null ? spaced(product.name) : `${product.name}（${riskLabel(grade)}）`;
}

/** The card with the masters behind it, so that its figures have a birthplace. */
function cardDraft(products: readonly Product[], today: LocalDate, wordings: Wordings): Draft {
  const { id, hash } = wordings.get(wordingOf(products));
  const [only] = products;
  return {
    text: '',
    citations: products.map((product) => citationOf(masterPassage(product, today))),
    facts: products.flatMap((product) => factsOf(product, today)),
    cards: [
      products.length === 1
        ? { kind: 'product_facts', product: only! }
        : { kind: 'comparison', products },
    ],
    suggestions: [],
    wording: [{ id, hash }],
    model: 'advisor',
  };
}
