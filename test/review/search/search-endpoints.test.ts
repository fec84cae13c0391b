import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { indexNew } from '../../../src/review/search/index/indexing.js';
import type { Desk } from '../../desk/desk-room.js';
import { openDesk } from '../../desk/desk-room.js';
import { shuzhi } from '../../cli/run-shuzhi.js';

let room: Desk;
let reviewer: string;

beforeAll(async () => {
  room = await openDesk();
  reviewer = await room.signIn('reviewer', 'compliance');
  const customer = await room.customer();
  await customer.say('你们有没有保本保收益的产品');
  const { app, clock } = room.running;
  await app.ledger.run();
  await indexNew({ store: app.store, now: clock.now });
});

afterAll(async () => {
  await room.stop();
});

const search = (body: object, token = reviewer) =>
  room.call('POST', '/review/searches', token, body);

describe('the search of reviewers', () => {
  it('shows where the words stand, and is on record', async () => {
    const { status, body } = await search({ words: '“保本保收益”', what: ['customer'] });
    expect(status).toBe(200);
    const [hit] = body.hits;
    expect(hit).toMatchObject({ what: 'customer', channel: 'directline', verdict: null });
    const [mark] = hit.marks;
    expect(hit.text.slice(mark.start, mark.end)).toBe('保本保收益');
    const events = await room.running.app.store.db
      .selectFrom('event')
      .select('body')
      .where('kind', '=', 'RecordsSearched')
      .execute();
    expect(JSON.parse(events[0]!.body!)).toMatchObject({
      by: expect.stringMatching(/./),
      shown: [hit.conversation],
    });
  });

  it('is nobody else’s', async () => {
    for (const role of ['auditor', 'operator', 'advisor', 'admin'] as const) {
      const token = await room.signIn(role === 'advisor' ? 'advisor1' : role, role);
      expect((await search({ words: '保本' }, token)).status).toBe(403);
      expect((await room.call('GET', '/review/saved-searches', token)).status).toBe(403);
    }
  });

  it.each([
    ['one letter', { words: 'a' }, 422],
    ['a day that is none', { from: '2026-02-30' }, 400],
    ['a verdict that is none', { verdict: 'guilty' }, 400],
    ['a field that is none', { text: '保本' }, 400],
    ['a character no database keeps', { person: 'C1003\0' }, 400],
    ['the same below a list', { words: '保本', what: ['customer\0'] }, 400],
    ['a person who is a list', { person: ['C1003'] }, 400],
    ['words without end', { words: '保'.repeat(501) }, 400],
  ])('refuses %s', async (_, body, status) => {
    expect((await search(body)).status).toBe(status);
  });

  it.each([
    ['a bracket that never closes', '“保本'],
    ['what a pattern would be', '.*(保本)+$ OR 1=1'],
    ['a query of the index', 'text:保本* NEAR(保 本) -"'],
    ['nothing but marks', '"" -"" 「」'],
    ['half a character', '保本\ud83d'],
    ['a wildcard', '%_%'],
  ])('takes %s for words', async (_, words) => {
    expect([200, 422]).toContain((await search({ words, person: "x' or '1'='1" })).status);
  });

  it.each([
    ['😀', '「😀」里没有能检索的字'],
    ['"', '「"」里没有能检索的字'],
    ['*', '「*」里没有能检索的字'],
    ['+ ？！', '里没有能检索的字'],
    ['“😀”', '里没有能检索的字'],
    ['-', '里没有能检索的字'],
    ['-保本', '请再写一个要找的字词'],
  ])('has no hits for %s, and says why', async (words, why) => {
    const { status, body } = await search({ words });
    expect([status, body.title, body.hits]).toEqual([422, expect.stringContaining(why), undefined]);
  });

  it.each(['A股', 'C类份额', '涨了3天', '手机号1', 'c:风'])(
    'takes %s, whose letters and digits stand alone',
    async (words) => {
      expect((await search({ words })).status).toBe(200);
    },
  );

  it('leaves words out of what somebody said', async () => {
    expect((await search({ words: '-保本', person: 'C1003' })).status).toBe(200);
    expect((await search({ words: '保本 -基金' })).status).toBe(200);
  });

  it('is told no place that holds what no database keeps', async () => {
    for (const path of ['conversations/a%00b', 'changes/G%00', 'cases?after=%00'])
      expect([400, 404]).toContain((await room.call('GET', `/review/${path}`, reviewer)).status);
  });

  it('keeps searches for the one who saved them', async () => {
    const query = { words: '稳赚', what: ['advisor'] };
    const saved = await room.call('POST', '/review/saved-searches', reviewer, {
      name: '顾问承诺',
      query,
    });
    expect(saved.body).toMatchObject({ name: '顾问承诺', query });
    const other = await room.signIn('other', 'compliance');
    const gone = `/review/saved-searches/${saved.body.id}`;
    expect((await room.call('GET', '/review/saved-searches', other)).body.searches).toEqual([]);
    expect((await room.call('DELETE', gone, other)).status).toBe(404);
    const own = await room.call('GET', '/review/saved-searches', reviewer);
    expect(own.body.searches).toMatchObject([{ name: '顾问承诺' }]);
    expect((await room.call('DELETE', gone, reviewer)).status).toBe(204);
    expect((await room.call('DELETE', gone, reviewer)).status).toBe(404);
  });
});

describe('shuzhi review search', () => {
  const cli = (...words: string[]) =>
    shuzhi(['review', 'search', ...words], { DATA_DIR: room.running.dataDir, PORT: '9' });

  it('prints what it found with the words marked', async () => {
    const { stdout } = await cli('保本保收益', '--what', 'customer');
    expect(stdout).toContain('你们有没有【保本保收益】的产品');
    const json = await cli('保本', '--json', '--limit', '1');
    expect(JSON.parse(json.stdout).hits).toHaveLength(1);
    expect((await cli('量子')).stdout.trim()).toBe('nothing found');
    const env = { DATA_DIR: room.running.dataDir, PORT: '9' };
    const again = await shuzhi(['review', 'reindex'], env);
    expect([again.code, again.stdout]).toEqual([0, expect.stringContaining('made anew')]);
    await indexNew({ store: room.running.app.store, now: room.running.clock.now });
    expect(JSON.parse((await cli('保本', '--json')).stdout).hits.length).toBeGreaterThan(0);
  });

  it('says in one line what is wrong', async () => {
    const { code, stderr } = await cli('a');
    expect([code, stderr.split('\n').length, stderr]).toMatchObject([
      1,
      2,
      expect.stringContaining('太短'),
    ]);
  });
});
