import type { SearchShown } from '../review/search/search-endpoints.js';
import { printLine } from './command.js';
import { post } from './review-calls.js';

interface Filter {
  readonly what?: readonly string[];
  readonly limit?: string;
  readonly after?: string;
}

const asNumber = (name: 'limit' | 'after', given: string | undefined) =>
  given === undefined ? {} : { [name]: Number(given) };

export const searchWords = (words: string, filter: Filter): Promise<SearchShown> => {
  const { limit, after, ...rest } = filter;
  return post('/searches', {
    words,
    ...rest,
    ...asNumber('limit', limit),
    ...asNumber('after', after),
  });
};

export async function indexAgain(): Promise<void> {
  await post('/search-indexes', {});
  printLine('the index is made anew; until it is done, older words are found later');
}

export function printSearch({ hits, next }: SearchShown): void {
  for (const { at, conversation, seq, channel, customer, what, rules, ...hit } of hits) {
    const place = `${conversation} #${seq}`;
    const who = hit.employee ?? customer ?? '-';
    printLine(
      [at.slice(0, 16), what, who, channel, place, rules.map(({ rule }) => rule).join(',')]
        .join('  ')
        .trimEnd(),
    );
    printLine(`    ${marked(hit)}`);
  }
  if (hits.length === 0) printLine('nothing found');
  if (next !== null) printLine(`more: --after ${next}`);
}

type Excerpt = Pick<SearchShown['hits'][number], 'text' | 'marks' | 'cutBefore' | 'cutAfter'>;

/** On one line, with 【】 around what was looked for. */
function marked({ text, marks, cutBefore, cutAfter }: Excerpt): string {
  let [out, from] = [cutBefore ? '…' : '', 0];
  for (const { start, end } of marks) {
    out += `${text.slice(from, start)}【${text.slice(start, end)}】`;
    from = end;
  }
  return `${out}${text.slice(from)}${cutAfter ? '…' : ''}`.replaceAll(/\s+/g, ' ');
}
