import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { App } from '../../../src/app.js';
import { find } from '../../../src/review/search/search.js';

/** Which of the canaries reviewers find by the letters that stand nowhere else. */
export async function searched(
  { store }: App,
  conversation: string,
  mark: string,
): Promise<readonly number[]> {
  const open = { person: null, product: null, rule: null, channel: null, verdict: null, what: [] };
  const all = { ...open, from: null, to: null, after: null, limit: 100 };
  const { hits } = await find(store, { words: mark, ...all });
  expect(hits.filter((hit) => hit.conversation !== conversation)).toEqual([]);
  return hits.map(({ text }) => Number(new RegExp(`${mark}(\\d\\d)`).exec(text)![1]));
}

/** As one of its rows lies in the index. */
export async function hashesOf({ store }: App, conversation: string): Promise<string> {
  const { tokens } = await store.db
    .selectFrom('search_entry')
    .select('tokens')
    .where('conversation_id', '=', conversation)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  return tokens.slice(0, 40);
}

/** Whether they lie in the database's files. */
export const bytesIn = (folder: string, bytes: string): boolean =>
  readdirSync(folder)
    .filter((name) => name.startsWith('shuzhi.db'))
    .some((name) => readFileSync(join(folder, name)).includes(bytes));

/** How many of its entries are in the index. */
export const indexed = async ({ store }: App, conversation: string): Promise<number> =>
  (
    await store.db
      .selectFrom('search_entry')
      .select('id')
      .where('conversation_id', '=', conversation)
      .execute()
  ).length;
