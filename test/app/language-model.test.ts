import { afterEach, describe, expect, it } from '@jest/globals';
import type { Behaviour, ScriptedOpenai, Script } from '../agent/models/scripted-openai.js';
import {
  calls,
  fails,
  hangs,
  inOrder,
  says,
  startScriptedOpenai,
} from '../agent/models/scripted-openai.js';
import type { RunningApp } from '../running-app.js';
import { runApp } from '../running-app.js';
import { startTalk } from '../talk.js';

let running: RunningApp;
let server: ScriptedOpenai;

afterEach(async () => {
  await running.stop();
  await server.close();
});

async function withModel(script: Script, env: Readonly<Record<string, string>> = {}) {
  server = await startScriptedOpenai(script);
  running = await runApp({
    OPENAI_BASE_URL: server.baseURL,
    OPENAI_MODEL: 'house-model',
    OPENAI_PRICE_INPUT: '2',
    OPENAI_PRICE_OUTPUT: '8',
    ...env,
  });
  return startTalk(running.app);
}

const search = (query: string): Behaviour => calls({ name: 'search_knowledge', args: { query } });

describe('the service with a language model', () => {
  it('says the model’s words when they rest on what it looked up', async () => {
    const words = '同一家银行里本金加利息，50 万元以内全额赔付 [1]。';
    const talk = await withModel(inOrder(search('存款保险赔多少'), says(words)));
    const { statement, trace } = await talk.say('存款保险最多赔多少');
    expect(statement.text).toBe(words);
    expect(statement.citations).toHaveLength(1);
    expect(trace?.model).toContain('house-model');
  });

  it('says the template instead when the model promises, and keeps what it wanted to say', async () => {
    const talk = await withModel(
      inOrder(search('存款保险赔多少'), says('放心，这款理财保本，稳赚不赔 [1]。')),
    );
    const { statement } = await talk.say('存款保险最多赔多少');
    expect(statement.text).toContain('50 万元');
    expect(statement.text).not.toContain('稳赚');
    const blocked = (await talk.events()).find(({ kind }) => kind === 'DraftBlocked');
    expect(JSON.stringify(blocked)).toContain('稳赚不赔');
  });

  it('never says a figure the model made up', async () => {
    const talk = await withModel(inOrder(search('存款保险赔多少'), says('最多赔 80 万元 [1]。')));
    expect((await talk.say('存款保险最多赔多少')).statement.text).not.toContain('80');
  });

  it('leaves on record who spoke, what it was asked with, and what it cost', async () => {
    const words = '同一家银行里本金加利息，50 万元以内全额赔付 [1]。';
    const talk = await withModel(inOrder(search('存款保险赔多少'), says(words)));
    const { statement, trace, turn } = await talk.say('存款保险最多赔多少');
    expect(trace).toMatchObject({
      model: 'openai/house-model',
      tokens: { input: 200, output: 40 },
      cost: 0.00072,
      versions: { model: 'house-model', prompts: expect.stringMatching(/^[0-9a-f]{16}$/) },
    });
    expect(statement.wording.map(({ id }) => id)).toContain('llm.understand');
    const attempt = await running.app.store.db
      .selectFrom('attempt')
      .selectAll()
      .where('turn_id', '=', turn)
      .executeTakeFirst();
    expect(attempt).toMatchObject({ llm_request_hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it('answers in time when the server says nothing, and says nothing false about why', async () => {
    // All but ten seconds of a turn are the language model's.
    const talk = await withModel(() => hangs(), { TURN_TIMEOUT_S: '11' });
    const started = Date.now();
    const { statement, trace } = await talk.say('存款保险最多赔多少');
    expect(Date.now() - started).toBeLessThan(11_000);
    expect(statement.text).toContain('50 万元');
    expect(statement.text).not.toMatch(/模型|超时|网络|系统|维护|繁忙|故障/);
    expect(trace?.model).toBe('embedded');
  });

  it('answers with the embedded model in the same turn when the server fails', async () => {
    const talk = await withModel(() => fails(500));
    const { statement, trace } = await talk.say('存款保险最多赔多少');
    expect(statement.text).toContain('50 万元');
    expect(trace?.model).toBe('embedded');
  });
});
