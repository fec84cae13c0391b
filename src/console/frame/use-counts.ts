import { useEffect } from 'react';
import { useApi } from '../api/api-context.js';
import type { Call } from '../api/client.js';
import { useRead } from '../api/use-read.js';
import { useRefresh } from '../api/use-refresh.js';
import { useInside } from '../session/session.js';
import { under } from '../today/shapes.js';
import type { Page } from './pages.js';
import type { DoorName } from './route.js';

type Counts = Partial<Record<Page['place'], number>>;

interface Asking {
  readonly call: Call;
  readonly may: (action: string) => boolean;
  readonly signal: AbortSignal;
}

async function deskCounts({ call, may, signal }: Asking): Promise<Counts> {
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
}

/** Of the changes only how many wait is wanted. */
const OPEN_CHANGES = { all: '0', limit: 1 } as const;

async function reviewCounts({ call, may, signal }: Asking): Promise<Counts> {
  const [overview, cases, changes] = await Promise.all([
    may('review.read') ? call('get', '/review/overview', { query: { days: 1 }, signal }) : null,
    may('complaints.read') ? call('get', '/review/case-figures', { signal }) : null,
    may('change.read') ? call('get', '/review/changes', { query: OPEN_CHANGES, signal }) : null,
  ]);
  return {
    queue: overview?.reviews.waiting ?? 0,
    erasures: overview?.erasures.open ?? 0,
    cases: cases?.complaints.open ?? 0,
    rights: cases?.rights.open ?? 0,
    changes: changes?.waiting ?? 0,
  };
}

const COUNTS: Readonly<Record<DoorName, (asking: Asking) => Promise<Counts>>> = {
  desk: deskCounts,
  review: reviewCounts,
};

/** What waits on each page of a door for whoever is signed in; a page they do not have counts nothing. */
export function useCounts(door: DoorName, place: string | null): Counts {
  const call = useApi();
  const { may } = useInside();
  const { value, again } = useRead(`counts ${door}`, (signal) =>
    COUNTS[door]({ call, may, signal }),
  );
  useEffect(again, [again, place]);
  useRefresh(again);
  return value ?? {};
}
