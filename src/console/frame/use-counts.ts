import { useEffect } from 'react';
import { useApi } from '../api/api-context.js';
import { useRefresh } from '../api/use-refresh.js';
import { useRead } from '../api/use-read.js';
import { useInside } from '../session/session.js';
import { under } from '../today/shapes.js';
import type { Page } from './pages.js';

/** What waits on each page for whoever is signed in; a page they do not have counts nothing. */
export function useCounts(place: string | null): Partial<Record<Page['place'], number>> {
  const call = useApi();
  const { may } = useInside();
  const { value, again } = useRead('counts', async (signal) => {
    const [queue, today, proposals, unsealings] = await Promise.all([
      may('conversation.list') ? call('get', '/desk/queue', { signal }) : null,
      may('moment.list') ? call('get', '/desk/moments', { signal }) : null,
      may('proposal.list') ? call('get', '/desk/proposals', { signal }) : null,
      may('glass.grant') ? call('get', '/desk/unsealings', { signal }) : null,
    ]);
    return {
      conversations: queue?.waiting.length ?? 0,
      today: today === null ? 0 : under('all', today.moments).length,
      customers: unsealings?.unsealings.filter(({ mayDecide }) => mayDecide).length ?? 0,
      approvals: proposals?.proposals.filter(({ todo }) => todo !== null).length ?? 0,
    };
  });
  useEffect(again, [again, place]);
  useRefresh(again);
  return value ?? {};
}
