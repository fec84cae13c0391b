import { HumanMessage } from '@langchain/core/messages';
import { afterEach, describe, expect, it } from '@jest/globals';
import { openBudget } from '../../../src/agent/models/budget.js';
import { createBreaker } from '../../../src/agent/models/circuit-breaker.js';
import type { ModelError } from '../../../src/agent/models/model-error.js';
import type { Answer, ChatModelOptions } from '../../../src/agent/models/openai.js';
import { openaiChatModel } from '../../../src/agent/models/openai.js';
import type { Behaviour, Script, ScriptedOpenai } from './scripted-openai.js';
import {
  after,
  answers,
  breaksOff,
  calls,
  fails,
  hangs,
  inOrder,
  says,
  sends,
  stalls,
  startScriptedOpenai,
  streams,
} from './scripted-openai.js';

const tool = {
  type: 'function' as const,
  function: { name: 'search_knowledge', description: '查', parameters: { type: 'object' } },
};
let server: ScriptedOpenai | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

interface Asked {
  readonly answer: Answer | null;
  readonly failed: string | null;
  readonly ms: number;
  readonly requests: number;
}

async function ask(
  script: Script,
  budgetMs = 5_000,
  options: Partial<ChatModelOptions> = {},
  turn = new AbortController().signal,
): Promise<Asked> {
  server = await startScriptedOpenai(script);
  const model = openaiChatModel({
    baseURL: server.baseURL,
    apiKey: 'not-a-real-key',
    model: 'scripted',
    breaker: createBreaker({ now: Date.now }),
    random: () => 0,
    ...options,
  });
  const budget = openBudget(turn, budgetMs, Date.now);
  const started = Date.now();
  const question = { messages: [new HumanMessage('费率')], tools: [tool], mayCall: true };
  const outcome = await model.ask(question, budget).then(
    (answer) => ({ answer, failed: null }),
    (error: ModelError) => ({ answer: null, failed: error.reason }),
  );
  budget.close();
  return { ...outcome, ms: Date.now() - started, requests: server.requests.length };
}

describe('a chat model behind an OpenAI-compatible server', () => {
  it('gives words and counts tokens', async () => {
    const { answer } = await ask(inOrder(says('每年 0.15%。')));
    expect(answer).toEqual({ text: '每年 0.15%。', calls: [], tokens: { input: 100, output: 20 } });
    expect(server?.requests[0]).toMatchObject({
      path: '/v1/chat/completions',
      temperature: 0,
      stream: false,
      tool_choice: 'auto',
      authorization: 'Bearer not-a-real-key',
    });
  });

  it('gives tool calls with their arguments', async () => {
    const { answer } = await ask(
      inOrder(calls({ id: 'a', name: 'search_knowledge', args: { query: '赎回' } })),
    );
    expect(answer?.calls).toEqual([{ id: 'a', name: 'search_knowledge', args: { query: '赎回' } }]);
  });

  it('marks arguments that are no JSON object instead of repairing them', async () => {
    for (const args of ['{"query":', '[1]', '"x"', 'null', '{"query":"a"} trailing']) {
      const { answer } = await ask(inOrder(calls({ id: 'a', name: 'search_knowledge', args })));
      expect(answer?.calls).toEqual([
        { id: 'a', name: 'search_knowledge', args: { unreadable: true } },
      ]);
      await server?.close();
    }
  });

  it('never shows reasoning, neither as a field nor thought aloud', async () => {
    const message = { reasoning_content: '他很有钱' };
    const { answer } = await ask(
      inOrder(answers({ text: '<think>他很有钱</think>\n可以赎回。', message })),
    );
    expect(answer?.text).toBe('可以赎回。');
    expect(JSON.stringify(answer)).not.toContain('有钱');
  });

  it('reads a stream that nobody asked for, without role and without [DONE]', async () => {
    const pieces = [
      { delta: { content: null, tool_calls: [call(0, 'a', 'search_knowledge', '{"que')] } },
      { delta: { tool_calls: [call(0, null, null, 'ry":"费')] } },
      { delta: { tool_calls: [call(0, null, null, '率"}')] } },
      { delta: {}, finish_reason: 'tool_calls' },
    ];
    const { answer } = await ask(inOrder(streams(pieces, { done: false })));
    expect(answer?.calls).toEqual([{ id: 'a', name: 'search_knowledge', args: { query: '费率' } }]);
  });

  it('takes a first delta with the wrong role for the assistant', async () => {
    const pieces = [
      { delta: { role: 'user', content: '可以' } },
      { delta: { content: '赎回。' }, finish_reason: 'stop' },
    ];
    expect((await ask(inOrder(streams(pieces)))).answer?.text).toBe('可以赎回。');
  });
});

const call = (index: number, id: string | null, name: string | null, args: string): object => ({
  index,
  ...(id && { id, type: 'function' }),
  function: { ...(name && { name }), arguments: args },
});

const halfACharacter = Buffer.concat([
  Buffer.from('{"choices":[{"finish_reason":"stop","message":{"content":"'),
  Buffer.from('费').subarray(0, 2),
  Buffer.from('"}}]}'),
]);
const searchCall = { name: 'search_knowledge', args: '{"query":"费' };
const hugeAnswer = says('长'.repeat(1_700_000));

describe('what is no answer', () => {
  const once: readonly [string, Behaviour, string][] = [
    [
      'a tool call cut by the length limit',
      answers({ calls: [searchCall], finish: 'length' }),
      'length',
    ],
    ['words cut by the length limit', answers({ text: '费率是', finish: 'length' }), 'length'],
    ['filtered words', answers({ text: '不能说', finish: 'content_filter' }), 'content_filter'],
    ['a refusal', answers({ text: null, message: { refusal: 'no' } }), 'content_filter'],
    ['an answer of 5 MB', hugeAnswer, 'too_large'],
    ['a wrong key', fails(401), 'misconfigured'],
    ['a wrong model name', fails(404), 'misconfigured'],
    ['a bad request', fails(400), 'rejected'],
    ['a redirect', fails(302, { location: 'http://example.invalid/' }), 'misconfigured'],
  ];
  it.each(once)('%s fails at once', async (_, behaviour, reason) => {
    const asked = await ask(inOrder(behaviour));
    expect(asked).toMatchObject({ failed: reason, requests: 1 });
  });

  const thrice: readonly [string, Behaviour, string][] = [
    ['500', fails(500), 'server'],
    ['502', fails(502), 'server'],
    ['503', fails(503), 'server'],
    ['429 without Retry-After', fails(429), 'rate_limited'],
    ['a cut connection', breaksOff(), 'connection'],
    ['half an object', sends('{"choices":['), 'malformed'],
    ['half a character', sends(halfACharacter), 'malformed'],
    ['no choices', sends('{"choices":[]}'), 'malformed'],
    ['an error inside a 200', sends('{"error":{"message":"overloaded"}}'), 'server'],
    ['promised tool calls that are missing', answers({ finish: 'tool_calls' }), 'malformed'],
    ['somebody else speaking', answers({ text: '好', message: { role: 'tool' } }), 'malformed'],
    ['unfinished thinking', says('<think>他问费率'), 'malformed'],
    ['a stream cut before its end', streams([{ delta: { content: '费' } }]), 'malformed'],
    ['a stream whose connection is cut', streams([{ delta: {} }], { cut: true }), 'connection'],
  ];
  it.each(thrice)('%s is tried three times, then fails', async (_, behaviour, reason) => {
    const asked = await ask(inOrder(behaviour));
    expect(asked).toMatchObject({ failed: reason, requests: 3 });
    expect(asked.ms).toBeLessThan(2_000);
  });

  it('answers after two bad tries', async () => {
    const asked = await ask(inOrder(fails(500), breaksOff(), says('好的。')));
    expect(asked).toMatchObject({ failed: null, requests: 3 });
  });
});

describe('time', () => {
  it('waits as long as Retry-After asks', async () => {
    const asked = await ask(inOrder(fails(429, { 'retry-after': '1' }), says('好的。')));
    expect(asked.failed).toBeNull();
    expect(asked.ms).toBeGreaterThanOrEqual(990);
  });

  it('does not wait for a Retry-After beyond the budget', async () => {
    const asked = await ask(inOrder(fails(429, { 'retry-after': '60' }), says('好的。')));
    expect(asked).toMatchObject({ failed: 'rate_limited', requests: 1 });
    expect(asked.ms).toBeLessThan(500);
  });

  it.each([
    ['no headers', hangs()],
    ['silence after the headers', stalls()],
    ['a slow server', after(3_000, says('晚了。'))],
  ])('ends with the budget: %s', async (_, behaviour) => {
    const asked = await ask(inOrder(behaviour), 400);
    expect(asked.failed).toBe('timeout');
    expect(asked.ms).toBeLessThan(700);
    await expect(goneWithin(server, 500)).resolves.toBe(true);
  });

  it('gives up one silent try and uses the next', async () => {
    const asked = await ask(inOrder(stalls(), says('好的。')), 5_000, { idleMs: 200 });
    expect(asked).toMatchObject({ failed: null, requests: 2 });
  });

  it('limits the whole of one try, body included', async () => {
    const asked = await ask(inOrder(stalls(), says('好的。')), 5_000, { attemptMs: 200 });
    expect(asked).toMatchObject({ failed: null, requests: 2 });
  });

  it('stops with the turn', async () => {
    const turn = new AbortController();
    setTimeout(() => turn.abort(), 100);
    const asked = await ask(inOrder(hangs()), 5_000, {}, turn.signal);
    expect(asked).toMatchObject({ failed: 'aborted', requests: 1 });
    expect(asked.ms).toBeLessThan(400);
  });
});

describe('the circuit breaker in the way', () => {
  it('stops asking a server that failed five times, and asks again after a rest', async () => {
    let now = 0;
    const breaker = createBreaker({ now: () => now });
    server = await startScriptedOpenai((_, count) => (count < 5 ? fails(500) : says('好的。')));
    const model = openaiChatModel({
      baseURL: server.baseURL,
      apiKey: 'not-a-real-key',
      model: 'scripted',
      breaker,
      random: () => 0,
    });
    const askOnce = async (): Promise<string> => {
      const budget = openBudget(new AbortController().signal, 5_000, Date.now);
      const question = { messages: [new HumanMessage('费率')], tools: [], mayCall: true };
      const heard = await model.ask(question, budget).then(
        ({ text }) => text,
        ({ reason }: ModelError) => reason,
      );
      budget.close();
      return heard;
    };
    expect([await askOnce(), await askOnce(), await askOnce()]).toEqual([
      'server',
      'circuit_open',
      'circuit_open',
    ]);
    expect(server.requests).toHaveLength(5);
    now = 15_000;
    expect(await askOnce()).toBe('好的。');
    expect(breaker.state()).toBe('closed');
  });
});

async function goneWithin(scripted: ScriptedOpenai | null, ms: number): Promise<boolean> {
  const until = Date.now() + ms;
  while (Date.now() < until) {
    if ((scripted?.abandoned() ?? 0) > 0) return true;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return false;
}
