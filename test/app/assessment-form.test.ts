import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findCustomer } from '../../src/profiles/kyc.js';
import type { JsonObject } from '../../src/terms/json.js';
import { customerId } from '../../src/terms/ids.js';
import type { AssessmentPage } from '../../src/terms/statement.js';
import { STEADY } from '../advice/profiling/questionnaires.js';
import type { RunningApp } from '../running-app.js';
import { runApp } from '../running-app.js';
import { startTalk } from '../talk.js';

/** The risk questionnaire as the page sends it: a form of three pages, each its own submission. */

let running: RunningApp;

beforeAll(async () => {
  running = await runApp();
});
afterAll(async () => {
  await running.stop();
});

const pageOf = ({ cards }: { readonly cards: readonly unknown[] }): AssessmentPage | undefined =>
  (cards as readonly { kind: string; page?: AssessmentPage }[]).find(
    ({ kind }) => kind === 'assessment_page',
  )?.page;

/** What the page's button sends, with the answers of `given`. */
const filled = (page: AssessmentPage, given: JsonObject = STEADY): JsonObject => ({
  intent: 'risk_form',
  questionnaire: page.id,
  version: page.version,
  page: page.page,
  ...Object.fromEntries(page.questions.map(({ id }) => [id, given[id]])),
});

async function open(customer: string) {
  const talk = await startTalk(running.app, customerId(customer));
  await talk.say('我要做风险测评');
  const { statement } = await talk.say('用表单填');
  return { talk, page: pageOf(statement)! };
}

describe('the form', () => {
  it('takes three pages, is echoed, and becomes the customer’s class in the same unit', async () => {
    const { talk, page } = await open('C1009');
    expect(page).toMatchObject({ page: 1, pages: 3, first: 1, chosen: {} });
    running.clock.pass(30);
    const second = pageOf((await talk.submit(filled(page))).statement)!;
    expect(second).toMatchObject({ page: 2, first: 6 });
    running.clock.pass(30);
    const third = pageOf((await talk.submit(filled(second))).statement)!;
    expect(third).toMatchObject({ page: 3, first: 11 });
    running.clock.pass(30);
    const echo = await talk.submit(filled(third));
    expect(echo.statement.text).toContain('题都答完了');
    expect(echo.statement.cards).toEqual([]);
    expect((await findCustomer(running.app.store, 'C1009'))?.tolerance).toBeNull();
    const done = await talk.say('确认');
    expect(done.outcome.kind).toBe('recorded');
    const assessed = (await talk.events()).find(({ kind }) => kind === 'RiskAssessed');
    expect(assessed).toMatchObject({ answers: STEADY, tolerance: 3 });
    expect(await findCustomer(running.app.store, 'C1009')).toMatchObject({
      tolerance: 3,
      assessedOn: (assessed as unknown as { day: string }).day,
      lowestCategory: false,
    });
  });

  it('turns back with what was chosen, and goes on by words wherever it is', async () => {
    const { talk, page } = await open('C1012');
    const second = pageOf((await talk.submit(filled(page))).statement)!;
    const back = pageOf((await talk.submit({ ...filled(second), act: 'back' })).statement)!;
    expect(back).toMatchObject({ page: 1, chosen: { age: 'b', income: 'b' } });
    const forth = pageOf((await talk.submit(filled(back))).statement);
    expect(forth?.page).toBe(2);
    expect((await talk.say('一题一题答')).statement.text).toContain('第 6 题');
    expect((await talk.say('三年')).statement.text).toContain('第 7 题');
  });

  it('sent twice answers once', async () => {
    const { talk, page } = await open('C1070');
    await talk.submit(filled(page));
    const again = await talk.submit(filled(page));
    expect(pageOf(again.statement)?.page).toBe(2);
  });

  it('shows the page once more where an answer is none of the options', async () => {
    const { talk, page } = await open('C1088');
    const { statement } = await talk.submit({ ...filled(page), income: 'z', age: undefined });
    expect(statement.text).toContain('不在选项里');
    expect(pageOf(statement)).toMatchObject({ page: 1, chosen: { stability: 'a' } });
  });

  it('is put away by its button, with nothing on record', async () => {
    const { talk, page } = await open('C1098');
    const { statement } = await talk.submit({ ...filled(page), act: 'cancel' });
    expect(statement.text).toContain('不作数');
    expect((await talk.events()).map(({ kind }) => kind)).not.toContain('RiskAssessed');
  });

  it('of a visitor is not taken', async () => {
    const talk = await startTalk(running.app);
    const page = (await open('C1117')).page;
    const { statement } = await talk.submit(filled(page));
    expect(statement.text).toContain('登录');
    expect((await talk.events()).map(({ kind }) => kind)).not.toContain('FlowAdvanced');
  });
});

describe('two conversations of one customer', () => {
  it('share the chances of a day', async () => {
    for (let taken = 0; taken < 2; taken += 1) {
      const talk = await startTalk(running.app, customerId('C1105'));
      await talk.say('我要做风险测评');
      running.clock.pass(90);
      await talk.say('1b 2b 3a 4b 5b 6c 7b 8b 9d 10b 11c 12c 13c 14b');
      expect((await talk.say('确认')).outcome.kind).toBe('recorded');
    }
    const third = await startTalk(running.app, customerId('C1105'));
    expect((await third.say('我要做风险测评')).statement.text).toContain('用完了');
  });
});
