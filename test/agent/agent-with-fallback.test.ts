import { afterEach, describe, expect, it } from '@jest/globals';
import type { Fallback } from '../../src/agent/agent-with-fallback.js';
import { withFallback } from '../../src/agent/agent-with-fallback.js';
import type { Understanding } from '../../src/conversation/agent.js';
import type { Script } from './models/scripted-openai.js';
import { calls, fails, hangs, inOrder, says } from './models/scripted-openai.js';
import type { Stage } from './understand/llm-turn.js';
import { stage, turnOf } from './understand/llm-turn.js';

const byRule: Understanding = {
  commands: [{ do: 'answer', query: '赎回' }],
  candidate: null,
  model: 'embedded/test',
  requestHash: null,
  tokens: null,
};
const closed = { state: () => 'closed' as const };
let on: Stage | null = null;
afterEach(async () => {
  await on?.server.close();
  on = null;
});

async function turn(
  script: Script,
  breaker: Parameters<typeof withFallback>[2] = closed,
  budgetMs = 10_000,
) {
  on = await stage(script, undefined, { budgetMs });
  const notes: Fallback[] = [];
  const understand = withFallback(
    on.primary,
    async () => byRule,
    breaker,
    (note) => notes.push(note),
  );
  const started = Date.now();
  const { model, tokens } = await understand(turnOf('谢谢'), on.journal);
  const requests = on.server.requests.length;
  return {
    model,
    tokens,
    failed: notes.map(({ failed }) => failed),
    requests,
    ms: Date.now() - started,
  };
}

const thanks = calls({ name: 'social', args: { act: 'thanks' } });

describe('the LLM with the embedded model behind it', () => {
  it('speaks itself when it can', async () => {
    expect(await turn(inOrder(thanks))).toMatchObject({ model: 'openai/scripted', failed: [] });
  });

  it('leaves the same turn to the embedded model when the server fails', async () => {
    expect(await turn(inOrder(fails(401)))).toMatchObject({
      model: 'embedded/test',
      failed: ['misconfigured'],
    });
  });

  it('counts what the server was paid for in vain', async () => {
    expect(await turn(inOrder(says('一般是 3 天。')))).toMatchObject({
      model: 'embedded/test',
      failed: ['no_command'],
      tokens: { input: 100, output: 20 },
    });
  });

  it('leaves it in time when the server says nothing', async () => {
    const done = await turn(inOrder(hangs()), closed, 500);
    expect(done).toMatchObject({ model: 'embedded/test', failed: ['timeout'] });
    expect(done.ms).toBeLessThan(900);
  });

  it('does not ask at all while the breaker is open, and asks again when half open', async () => {
    const open = await turn(inOrder(thanks), { state: () => 'open' });
    expect(open).toMatchObject({ model: 'embedded/test', failed: ['breaker_open'], requests: 0 });
    await on?.server.close();
    const half = await turn(inOrder(thanks), { state: () => 'half_open' });
    expect(half).toMatchObject({ model: 'openai/scripted', requests: 1 });
  });

  it('survives a defect of the LLM path', async () => {
    const understand = withFallback(
      () => Promise.reject(new Error('defect')),
      async () => byRule,
      closed,
    );
    const { model } = await understand(turnOf('谢谢'), { run: () => Promise.reject(new Error()) });
    expect(model).toBe('embedded/test');
  });
});
