import { z } from 'zod';
import type { Caller, Endpoint } from '../access/api/endpoint.js';
import { endpoint } from '../access/api/endpoint.js';
import { may } from '../access/permissions.js';
import type { QueueDeps } from '../conversation/handoff/queue.js';
import type { Instant } from '../terms/time.js';
import type { LineShown } from './queue-lines.js';
import { LineShown as Line, queueLines } from './queue-lines.js';
import { employeeOf, relationTo } from './seat.js';

const TAG = 'desk';

export const QueueShown = z
  .object({
    waiting: z.array(Line).describe('offered to you, or to nobody yet'),
    mine: z.array(Line),
    others: z.array(Line).describe('of your team; a supervisor’s alone'),
  })
  .meta({ id: 'DeskQueue' });

export type QueueShown = z.input<typeof QueueShown>;

export interface ListingDeps extends QueueDeps {
  readonly now: () => Instant;
}

/** Who waits for a person, and who is with one. */
export const queueEndpoints = (deps: ListingDeps): readonly Endpoint[] => [
  endpoint({
    method: 'get',
    path: '/desk/queue',
    tag: TAG,
    summary: 'Who waits, in the order in which they are served, and who is with a person',
    needs: 'conversation.list',
    // Each line is then looked at by itself.
    relation: ({ caller }) => (caller.holder === 'compliance' ? 'others' : 'assigned'),
    background: true,
    answer: QueueShown,
    run: ({ caller }) => queueFor(deps, caller),
  }),
];

/** The lines somebody may see, by whose they are. */
export async function queueFor(deps: ListingDeps, caller: Caller): Promise<QueueShown> {
  const employee = employeeOf(caller);
  const lines = await queueLines(deps, deps.now());
  const seen = await Promise.all(
    lines.map(async (line) => {
      const relation = await relationTo(deps.store, line.conversation, employee);
      if (relation === null || !may(caller.holder, 'conversation.list', relation)) return null;
      return { ...line, readable: may(caller.holder, 'conversation.read', relation) };
    }),
  );
  return grouped(
    seen.filter((line) => line !== null),
    employee,
  );
}

export function grouped(lines: readonly LineShown[], employee: string | null): QueueShown {
  const isMine = ({ person }: LineShown) => person !== null && person?.id === employee;
  return {
    waiting: lines.filter(
      (line) => line.stage === 'queued' || (line.stage === 'offered' && isMine(line)),
    ),
    mine: lines.filter((line) => line.stage === 'held' && isMine(line)),
    others: lines.filter((line) => line.stage !== 'queued' && !isMine(line)),
  };
}
