import type { App } from '../../app.js';
import { ask, openTerminal } from '../../conversation/ask.js';
import type { ReplyDecided } from '../../conversation/events.js';
import { readStream } from '../../conversation/stream.js';
import { standAsSeeded } from '../../demo/seed.js';
import { customerId } from '../../terms/ids.js';
import { decideAsAdvisor, latestOf } from './advisor.js';
import type { PacedClock } from './clock.js';
import type { Dialogue } from './dialogue.js';
import type { Fault } from './judge.js';
import { judgeEnd, judgeTurn } from './judge.js';

/** One conversation held with the service. */
export interface Played {
  readonly dialogue: Dialogue;
  readonly replies: readonly ReplyDecided[];
  readonly faults: readonly Fault[];
  /** Milliseconds per turn, from the message to the recorded reply. */
  readonly latencies: readonly number[];
}

/** What answering itself may take. */
const SLOW_S = 120;

/** `clock` is the app's own. Holds a dialogue to its end, whatever goes wrong on the way, so that every fault is seen. */
export async function play(app: App, dialogue: Dialogue, clock: PacedClock): Promise<Played> {
  const customer = dialogue.as === undefined ? null : customerId(dialogue.as);
  // What is said of today is said to somebody for whom it is today until the end.
  clock.allow((dialogue.pace ?? 0) * dialogue.turns.length + SLOW_S);
  // Whatever an earlier dialogue or trial left on file is none of this one's.
  if (customer) await standAsSeeded(app.store, customer);
  const conversation = await openTerminal(app.askDeps, customer, await app.greet(customer));
  const replies: ReplyDecided[] = [];
  const latencies: number[] = [];
  const faults: Fault[] = [];
  for (const [at, turn] of dialogue.turns.entries()) {
    clock.pass(dialogue.pace ?? 0);
    faults.push(...(await decideAsAdvisor(app, dialogue, turn, { conversation, turn: at + 1 })));
    const started = performance.now();
    const reply = await ask(app.askDeps, conversation, turn.say);
    latencies.push(performance.now() - started);
    replies.push(reply);
    faults.push(...judgeTurn(dialogue, at, reply));
  }
  const events = (await readStream(app.store, conversation)).map(({ event }) => event);
  const proposal = customer && (await latestOf(app, customer))?.stage;
  const end = judgeEnd(dialogue, events, proposal ?? null);
  return { dialogue, replies, faults: [...faults, ...end], latencies };
}
