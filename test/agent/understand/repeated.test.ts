import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { emptyState } from '../../../src/conversation/evolve.js';
import { EMBEDDED_MODEL } from '../../../src/agent/understand/embedded.js';
import { inspect } from '../../../src/compliance/guard.js';
import type { RunningApp } from '../../running-app.js';
import { runApp } from '../../running-app.js';
import { turnOf } from './llm-turn.js';

/**
 * A pattern with two ways to read the same letters doubles its work with each repetition: thirty of them
 * never end, and nobody else is answered meanwhile.
 */
const UNITS =
  '嗯 哦 看看 我的 刚刚 已经 那只 那就 那我 我想 想要 没有 我都 只是 看懂 看一下 让我 让把 你们的 好的 编号 卖了 一半 三年 五万 每月 就是 风险';

const COMPLAINT = { decision: '2026-12-11', complex: '2026-12-26' } as never;
const CASES = [
  ['nothing before it', {}],
  ['a complaint on record', { complaintDue: COMPLAINT }],
  ['holdings and a product told', { held: ['QY0021'], products: ['QY0021'] }],
] as const;

let running: RunningApp;

beforeAll(async () => {
  running = await runApp();
});

afterAll(async () => {
  await running.stop();
});

const noTools = { run: () => Promise.reject(new Error('understanding runs no tool')) };

describe.each(CASES)('with %s', (_name, state) => {
  it.each(UNITS.split(' '))('%s said thirty times is read, and let go of', async (unit) => {
    const said = `${unit.repeat(30)}龘`;
    const turn = turnOf(said, { state: { ...emptyState, ...state } });
    await expect(running.app.agent.understand(turn, noTools)).resolves.toMatchObject({
      model: EMBEDDED_MODEL,
    });
  });
});

describe('the guard', () => {
  it.each(UNITS.split(' '))('lets go of %s said thirty times', (unit) => {
    const said = `风险${unit.repeat(30)}龘`;
    const findings = inspect(said, { speaker: 'bot', allowedHosts: [] });
    expect(findings.map(({ start, end }) => said.slice(start, end))).toEqual(
      findings.map(({ text }) => text),
    );
  });
});
