import { fold } from '../../language/fold.js';
import type { Store } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';
import type { ReviewVerdict } from '../work/events.js';
import type { Blinding } from './index/blinding.js';
import { blindingOf } from './index/blinding.js';
import { idFrom, idThrough } from './index/entry-ids.js';
import { gramsWithin } from './index/grams.js';
import type { What } from './index/words.js';
import { countFindings, countVerdicts, peopleNamed, productsNamed } from './narrowing/queries.js';
import type { WordQuery } from './word-query.js';
import { parseWords } from './word-query.js';
import type { TokenTest } from './queries/conditions.js';
import type { CandidateQuery } from './queries/candidates.js';

/** 检索: everything in it must hold; null and empty ask for nothing. */
export interface SearchOrder {
  readonly words: string;
  /** A customer or an employee, by id or whole name. */
  readonly person: string | null;
  /** By code, or a part of its name. */
  readonly product: string | null;
  readonly rule: string | null;
  readonly channel: string | null;
  readonly verdict: ReviewVerdict | null;
  readonly what: readonly What[];
  readonly from: Instant | null;
  /** Before that instant. */
  readonly to: Instant | null;
  /** Go on after the entry with this id; null: from the latest on. */
  readonly after: number | null;
  readonly limit: number;
}

export interface Wanted {
  readonly order: SearchOrder;
  readonly words: WordQuery;
  readonly people: readonly string[];
  readonly products: readonly { readonly code: string; readonly name: string }[];
}

/** Null: nobody and nothing goes by that name. */
export async function wantedBy(store: Store, order: SearchOrder): Promise<Wanted | null> {
  const { person, product } = order;
  const people = person === null ? [] : await peopleNamed(store, person);
  const products = product === null ? [] : await productsNamed(store, product);
  if (product !== null && products.length === 0) return null;
  return { order, words: parseWords(order.words), people, products };
}

/** The last id there can be. */
const FAR = Date.UTC(2200, 0);
/** Fewer than that are looked through one by one. */
const FEW_FINDINGS = 3_000;
const FEW_VERDICTS = 500;

export async function planned(
  store: Store,
  order: SearchOrder,
  wanted: Wanted,
): Promise<CandidateQuery> {
  const { rule, verdict, from, to, after } = order;
  const through = idThrough(to ?? FAR);
  const span = {
    from: from === null ? 0 : idFrom(from),
    through: after === null ? through : Math.min(through, after - 1),
  };
  const tokens = tokenTest(await blindingOf(store), wanted);
  const first = await whatIsFewest(store, { rule, verdict, isOpen: tokens.length === 0, span });
  return { tokens, ...span, rule, verdict, first };
}

interface Choice extends Pick<SearchOrder, 'rule' | 'verdict'> {
  /** There are no words to go by. */
  readonly isOpen: boolean;
  readonly span: Pick<CandidateQuery, 'from' | 'through'>;
}

async function whatIsFewest(
  store: Store,
  { rule, verdict, isOpen, span }: Choice,
): Promise<CandidateQuery['first']> {
  if (verdict !== null && (await countVerdicts(store, verdict, FEW_VERDICTS)) < FEW_VERDICTS) {
    return 'verdicts';
  }
  if (rule === null) return 'words';
  if (isOpen) return 'findings';
  const findings = await countFindings(store, rule, span, FEW_FINDINGS);
  return findings < FEW_FINDINGS ? 'findings' : 'words';
}

function tokenTest({ token }: Blinding, { order, words, people, products }: Wanted): TokenTest {
  const grams = (phrase: string) => gramsWithin(phrase).map((gram) => token('gram', gram));
  const named = ({ code, name }: Wanted['products'][number]) =>
    [[token('product', code)], grams(fold(code).text), grams(fold(name).text)].filter(
      ({ length }) => length > 0,
    );
  const any = [
    people.map((person) => [token('person', person)]),
    products.flatMap(named),
    order.what.map((what) => [token('what', what)]),
    order.channel === null ? [] : [[token('channel', order.channel)]],
  ].filter(({ length }) => length > 0);
  // What holds no gram is looked for in what the others find.
  const grammed = words.wanted.map(grams).filter(({ length }) => length > 0);
  return [...grammed.map((one) => [one]), ...any];
}
