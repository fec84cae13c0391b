// Where the time of a turn goes, watched from outside through what `createTurns` is given: nothing
// in the product knows about it.
import { median } from './figures.mjs';

/** In the order of the path; each ends where the next begins, so that they add up to the turn. */
const STAGES = ['intake', 'claim', 'gather', 'understand', 'tools', 'compose', 'guard', 'commit'];

/**
 * Dependencies that note when each stage of each conversation's current turn begins.
 * `mark(conversation, 'begin' | 'received' | 'recorded')` is for the caller's part of the path.
 */
export function observe(given) {
  const open = new Map();
  const turns = [];
  // `knowledgeVersion` is asked once the guard is through, and does not say for whom; turns come
  // to it in the order in which they were composed.
  const composed = [];
  const note = (conversation, what) => {
    const turn = open.get(conversation);
    if (turn) turn[what] = performance.now();
  };
  const mark = (conversation, what) => {
    if (what === 'begin') open.set(conversation, { tools: 0, disk: {} });
    note(conversation, what);
    if (what !== 'recorded') return;
    turns.push(open.get(conversation));
    open.delete(conversation);
  };
  const store = {
    ...given.store,
    async commit(unit, ...more) {
      const started = performance.now();
      const outcome = await given.store.commit(unit, ...more);
      noteCommit(open, unit, performance.now() - started);
      return outcome;
    },
  };
  const deps = {
    ...given,
    store,
    intake: { ...given.intake, store },
    agent: {
      ...given.agent,
      async understand(context, journal) {
        note(context.conversation, 'gathered');
        const understanding = await given.agent.understand(context, journal);
        const turn = open.get(context.conversation);
        turn.toolsBefore = turn.tools;
        turn.understood = performance.now();
        return understanding;
      },
      async compose(context, settled, understanding) {
        note(context.conversation, 'ran');
        const draft = await given.agent.compose(context, settled, understanding);
        note(context.conversation, 'composed');
        composed.push(context.conversation);
        return draft;
      },
    },
    async runTool(call, bound) {
      const started = performance.now();
      const result = await given.runTool(call, bound);
      open.get(bound.conversation).tools += performance.now() - started;
      return result;
    },
    knowledgeVersion() {
      note(composed.shift(), 'guarded');
      return given.knowledgeVersion();
    },
    onWorking(conversation, tool) {
      if (tool === null) note(conversation, 'claimed');
      given.onWorking(conversation, tool);
    },
  };
  return { deps, mark, table: () => tableOf(turns) };
}

/** Waiting for a commit, by the stage that waits. The unit names its conversation somewhere. */
function noteCommit(open, unit, ms) {
  const stage = stageOf(unit);
  const values = unit.flatMap(({ query }) => query.parameters);
  const turn = open.get(values.find((value) => open.has(value)));
  if (turn && stage) turn.disk[stage] = (turn.disk[stage] ?? 0) + ms;
}

function stageOf(unit) {
  const writes = (pattern) => unit.some(({ query }) => pattern.test(query.sql));
  if (writes(/^insert into "inbox"/)) return 'intake';
  if (writes(/^insert into "attempt"/)) return 'claim';
  return writes(/^update "attempt"/) ? 'commit' : null;
}

/** Milliseconds of one turn by stage. The model's tool calls are taken out of `understand`. */
const lapsOf = (turn) => ({
  intake: turn.received - turn.begin,
  claim: turn.claimed - turn.received,
  gather: turn.gathered - turn.claimed,
  understand: turn.understood - turn.gathered - turn.toolsBefore,
  tools: turn.ran - turn.understood + turn.toolsBefore,
  compose: turn.composed - turn.ran,
  guard: turn.guarded - turn.composed,
  commit: turn.recorded - turn.guarded,
});

function tableOf(turns) {
  const laps = turns.map(lapsOf);
  const rows = STAGES.map((stage) => ({
    stage,
    ms: median(laps.map((lap) => lap[stage])),
    diskMs: median(turns.map(({ disk }) => disk[stage] ?? 0)),
  }));
  return { turns: turns.length, rows, wholeMs: median(turns.map((t) => t.recorded - t.begin)) };
}
