import { z } from 'zod';
import { concernsLeaving } from '../../advice/lifecycle/cooling-off.js';
import { sourcesOf } from '../../advice/suitability/sources.js';
import { policiesOf } from '../../profiles/happenings.js';
import { offShelf } from '../../profiles/kyp.js';
import type {
  FoundPassage,
  KindBonus,
  KnowledgeIndex,
  SearchOptions,
  SearchResult,
} from '../../retrieval/knowledge-index.js';
import type { ToolResult } from '../../conversation/agent.js';
import type { Store } from '../../store/store.js';
import type { Fact } from '../../terms/fact.js';
import { MAX_TEXT } from '../../terms/message.js';
import type { Passage } from '../../terms/passage.js';
import type { Product } from '../../terms/product.js';
import type { LocalDate } from '../../terms/time.js';
import { productNames } from '../understand/product-names.js';
import { articlesOf } from './articles.js';
import { found } from './tool.js';
import type { Tool } from './tool.js';

const Input = z.strictObject({
  query: z.string().min(1).max(MAX_TEXT),
  /** Document of the entry that was told, where the question goes on about it. */
  entry: z.string().optional(),
  /** Row of the suitability table whose articles are wanted, and nothing else. */
  row: z.number().int().optional(),
});

/** Passages a reply may rest on; the best few, so that a reader can check them. */
const PASSAGES = 5;

/** An entry this close behind the best, on a scale where the best lexical score is 1, may be what was meant. */
const CLOSE = 0.15;
const MOST_NEAR = 2;

/** 也许想问: titles of the entries nearly as good as the one that answers. */
function nearMisses([best, ...others]: readonly FoundPassage[]): Pick<ToolResult, 'near'> {
  const near = others
    .filter(({ passage, score }) => passage.kind === 'faq' && score > (best?.score ?? 0) - CLOSE)
    .map(({ passage }) => passage.title)
    .filter((title) => title !== best?.passage.title);
  return near.length > 0 ? { near: [...new Set(near)].slice(0, MOST_NEAR) } : {};
}

/** One product's card must not answer a question about products in general. */
const GENERAL = ['faq', 'regulation', 'law', 'note'] as const;

/** The glossary's table of code words is for us, not for customers; its sections have headings. */
const isForStaff = ({ kind, article }: Passage): boolean => kind === 'note' && article === null;

/** 「为了……制定本法」 names every subject of a law and answers no question. */
const isPurpose = ({ kind, text }: Passage): boolean =>
  kind === 'law' && /^为了?[^。]*制定本/.test(text);

/** 「法律怎么规定」 wants the article, 「什么是…」 the definition, anything else the handbook's reply. */
const ASKS_FOR_LAW =
  /法律|规定|条例|办法|依据|违法|合法|法规|《|第.{1,5}条|[一-鿿]法(?:里|上|中|怎么|有没有)/;
const ASKS_FOR_MEANING =
  /什么是|是个?什么|啥是|是个?啥|什么(意思|东西)|啥(意思|东西|玩意)|叫什么|什么叫|啥叫|含义|指什么|解释/;

function bonusFor(query: string): KindBonus {
  if (ASKS_FOR_LAW.test(query)) return { regulation: 0.12, law: 0.06 };
  return ASKS_FOR_MEANING.test(query) ? { faq: 0.06, note: 0.45 } : { faq: 0.06 };
}

/** How general knowledge is searched: never a product card, never a note for staff. */
export const generalOptions = (query: string, asOf: LocalDate, k = PASSAGES): SearchOptions => ({
  k,
  asOf,
  kinds: GENERAL,
  hidden: (passage) => isForStaff(passage) || isPurpose(passage),
  bonus: bonusFor(query),
});

/** What general knowledge says on a day. */
export const searchGeneral = (
  index: KnowledgeIndex,
  query: string,
  asOf: LocalDate,
  k = PASSAGES,
): SearchResult => index.search(query, generalOptions(query, asOf, k));

/**
 * What one product's card says about a question on a day. The product's name says nothing there: every
 * section has it, and it would make any of them look like an answer.
 */
export function searchCard(
  index: KnowledgeIndex,
  product: Product,
  query: string,
  asOf: LocalDate,
): SearchResult {
  const asked = productNames([product]).mask(query).replaceAll('{product}', ' ').trim();
  return index.search(asked, { k: 1, asOf, kinds: ['product'], product: product.code });
}

/** `search_knowledge`: what the handbook and the rules say, valid today. */
export const searchKnowledge = (
  store: Store,
  index: () => KnowledgeIndex,
): Tool<z.infer<typeof Input>> => ({
  name: 'search_knowledge',
  effect: 'read',
  input: Input,
  async run({ query, entry, row }, { customer, today }) {
    if (row !== undefined) {
      const passages = articlesOf(index(), sourcesOf(row, 'F'), today);
      return found({ passages, support: passages.length > 0 ? 1 : 0 });
    }
    if (entry !== undefined) {
      const part = index().partAsked(entry, query, today) ?? index().further(entry, query, today);
      // Understanding has held the question against these very parts.
      return found({
        passages: part ? [part.passage] : [],
        support: part ? 1 : 0,
        ...(await ownPolicies(store, query, customer, today)),
      });
    }
    const options = generalOptions(query, today);
    const isOffShelf = await offShelf(store);
    const { passages, support } = index().search(query, {
      ...options,
      hidden: (passage) => isOffShelf(passage) || (options.hidden?.(passage) ?? false),
    });
    const [best] = passages;
    const point = best?.passage.kind === 'faq' ? index().pointIn(best.passage, query) : 0;
    return found({
      passages: passages.map(({ passage }) => passage),
      support,
      ...(point > 0 && { point }),
      ...nearMisses(passages),
      ...(await ownPolicies(store, query, customer, today)),
    });
  },
});

/** 犹豫期 (suitability.md row 31): on any question about leaving, the days that are left are told. */
async function ownPolicies(
  store: Store,
  query: string,
  customer: string | null,
  today: LocalDate,
): Promise<Pick<ToolResult, 'policies' | 'facts'> | null> {
  if (customer === null || !concernsLeaving(query)) return null;
  const policies = await policiesOf(store, customer, today);
  const facts = policies.flatMap(({ lastDay, daysLeft }): Fact[] => [
    { value: lastDay, unit: 'date', label: '犹豫期最后一天' },
    { value: daysLeft, unit: 'day', label: '犹豫期剩余天数' },
  ]);
  return policies.length > 0 ? { policies, facts } : null;
}
