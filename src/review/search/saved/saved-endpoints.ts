import { z } from 'zod';
import type { Endpoint } from '../../../access/api/endpoint.js';
import { endpoint } from '../../../access/api/endpoint.js';
import { Problem } from '../../../access/problem.js';
import { SearchQuery } from '../search-query.js';
import type { SavedDeps } from './saved.js';
import { dropSearch, saveSearch, savedOf } from './saved.js';

const TAG = 'review';
const SavedShown = z.object({ id: z.string(), name: z.string(), query: SearchQuery });
const Id = z.object({ id: z.string().min(1).max(64) });

/** 保存的检索: everybody's own. */
export const savedEndpoints = (deps: SavedDeps): readonly Endpoint[] => [
  endpoint({
    method: 'get',
    path: '/review/saved-searches',
    tag: TAG,
    summary: 'Searches one has kept',
    needs: 'review.search',
    answer: z.object({ searches: z.array(SavedShown) }),
    run: async ({ caller }) => ({
      searches: [...(await savedOf<z.output<typeof SearchQuery>>(deps, caller.id))],
    }),
  }),
  endpoint({
    method: 'post',
    path: '/review/saved-searches',
    tag: TAG,
    summary: 'Keep a search under a name',
    needs: 'review.search',
    body: z.strictObject({ name: z.string().trim().min(1).max(40), query: SearchQuery }),
    answer: SavedShown,
    refusals: [409],
    run: async ({ caller, body }) => {
      const saved = await saveSearch(deps, caller.id, body);
      if (!saved) throw new Problem(409, '保存的检索已经很多，请先删除不用的');
      return saved;
    },
  }),
  endpoint({
    method: 'delete',
    path: '/review/saved-searches/{id}',
    tag: TAG,
    summary: 'Forget a search one has kept',
    needs: 'review.search',
    params: Id,
    run: async ({ caller, params }) => {
      if (!(await dropSearch(deps, caller.id, params.id))) throw new Problem(404, '没有找到');
    },
  }),
];
