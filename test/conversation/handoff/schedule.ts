import fc from 'fast-check';
import type { HandoffCommand } from '../../../src/conversation/handoff/decide.js';
import type { Person } from '../../../src/conversation/handoff/events.js';
import type { HandoffDeps } from '../../../src/conversation/handoff/record.js';
import { act } from '../../../src/conversation/handoff/record.js';
import { createTurns } from '../../../src/conversation/turns.js';
import { guard } from '../../../src/compliance/guard.js';
import type { Store } from '../../../src/store/store.js';
import { conversation, draft, nothing, turnsDeps } from '../harness.js';

/** 交错: what customers, advisors, the digital employee and a crash do to one conversation, in any order. */

export const OPERATIONS = [
  'ask',
  'ask_for_person',
  'press_back',
  'bot_finishes',
  'claim_a',
  'claim_b',
  'boss_takes_over',
  'say_a',
  'say_b',
  'transfer_to_b',
  'transfer_to_a',
  'return_a',
  'resolve_b',
  'reopen_a',
  'offer_b',
  'requeue',
  'fail',
  'quiet',
  'crash',
] as const;
type Operation = (typeof OPERATIONS)[number];

/** `alongside`: the next one begins before this one has ended. */
export interface Move {
  readonly op: Operation;
  readonly alongside: boolean;
}

export const schedules = fc.array(
  fc.record({ op: fc.constantFrom(...OPERATIONS), alongside: fc.boolean() }),
  { minLength: 4, maxLength: 18 },
);

const person = (id: string): Person => ({ id, name: id, licences: [] });
const A = person('a');
const B = person('b');
const BOSS = person('boss');

function words(text: string) {
  const said = guard(draft(text), { speaker: 'advisor', allowedHosts: [] }, '');
  if (said.verdict !== 'pass') throw new Error(text);
  return { statement: said.statement, findings: [], reason: null, draft: null };
}

const offered = { to: B, escalated: false, why: '', version: 'test' };

const COMMANDS: Readonly<Partial<Record<Operation, HandoffCommand>>> = {
  claim_a: { do: 'claim', by: A, mayTakeOver: false },
  claim_b: { do: 'claim', by: B, mayTakeOver: false },
  boss_takes_over: { do: 'claim', by: BOSS, mayTakeOver: true },
  say_a: { do: 'say', by: A, ...words('我是甲。') },
  say_b: { do: 'say', by: B, ...words('我是乙。') },
  transfer_to_b: { do: 'transfer', by: A, to: B, reason: '更熟悉', forOthers: false },
  transfer_to_a: { do: 'transfer', by: B, to: A, reason: '更熟悉', forOthers: false },
  return_a: { do: 'return', by: A, agreed: null, forOthers: false },
  resolve_b: { do: 'resolve', by: B, outcome: 'solved', note: null },
  reopen_a: { do: 'reopen', by: A, forOthers: true },
  offer_b: { do: 'offer', offered },
  requeue: { do: 'requeue' },
  fail: { do: 'fail', slots: [] },
  quiet: { do: 'quiet' },
};

/** The digital employee thinks until it is let finish. */
function createGate() {
  let waiting: (() => void)[] = [];
  let isOpen = false;
  return {
    pass: () => new Promise<void>((resolve) => (isOpen ? resolve() : waiting.push(resolve))),
    release() {
      const released = waiting;
      waiting = [];
      released.forEach((resolve) => resolve());
    },
    open() {
      isOpen = true;
      this.release();
    },
  };
}

/** Plays one schedule to its end, until no message waits; gives the conversation it was played on. */
export async function play(store: Store, moves: readonly Move[]): Promise<string> {
  const gate = createGate();
  const script = {
    understand: (text: string) => [
      text.includes('转人工')
        ? ({ do: 'request_human', reason: 'asked' } as const)
        : text.includes('回到AI')
          ? ({ do: 'return_to_assistant' } as const)
          : ({ do: 'social', act: 'thanks' } as const),
    ],
    async compose(text: string) {
      await gate.pass();
      return `收到：${text.slice(0, 40)}`;
    },
  };
  const deps = turnsDeps(store, script, {
    runTool: async () => ({ ...nothing, place: { position: 1, minutes: null } }),
  });
  const talk = await conversation(deps);
  const lives = [talk.turns];
  const turns = { wake: (id: string) => lives.at(-1)?.wake(id) };
  const desk: HandoffDeps = { ...deps, turns, noticeOf: () => null };
  const hear = async (text: string) => {
    await talk.say(text);
    turns.wake(talk.id);
  };
  const perform = async (op: Operation): Promise<unknown> => {
    const command = COMMANDS[op];
    if (command) return act(desk, talk.id, command);
    switch (op) {
      case 'ask':
        return hear('存款保险最多赔多少');
      case 'ask_for_person':
        return hear('转人工');
      case 'press_back':
        return hear('回到AI');
      case 'bot_finishes':
        return gate.release();
      default: {
        // The old process knows nothing of its death: what it still finishes must come to nothing.
        const next = createTurns({ ...deps, owner: `life ${lives.length}` });
        lives.push(next);
        await store.commit([releaseLeaseOf(store, talk.id)]);
        return next.wake(talk.id);
      }
    }
  };
  const underWay: Promise<unknown>[] = [];
  for (const { op, alongside } of moves) {
    const performed = perform(op);
    underWay.push(performed);
    if (!alongside) await performed;
  }
  await Promise.all(underWay);
  gate.open();
  // An old life may end after the last one looked: whoever recovers leases looks once more.
  for (const _ of lives) {
    for (const life of lives) {
      await life.idle();
    }
    lives.at(-1)?.wake(talk.id);
    await lives.at(-1)?.idle();
  }
  return talk.id;
}

/** As `releaseAllLeases` does at a start, for the one conversation whose process has died. */
const releaseLeaseOf = (store: Store, id: string) => ({
  query: store.db
    .updateTable('conversation')
    .set((eb) => ({ owner: null, lease_until: 0, fence: eb('fence', '+', 1) }))
    .where('id', '=', id)
    .compile(),
});
