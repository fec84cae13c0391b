import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { composeCase } from '../../../src/agent/compose/case-notice.js';
import { loadRetentionRules } from '../../../src/app/retention-rules.js';
import type { AnsweringDeps } from '../../../src/conversation/cases/erasure-answer.js';
import { objectionsTo } from '../../../src/conversation/cases/erasure-answer.js';
import type { CaseTold } from '../../../src/conversation/cases/notice.js';
import { fileRight } from '../../../src/conversation/cases/filing.js';
import { readCustomerCase } from '../../../src/conversation/cases/record.js';
import { carryOut } from '../../../src/conversation/erasure/carry-out.js';
import { act, readCase } from '../../../src/conversation/erasure/record.js';
import { saveSearch, savedOf } from '../../../src/review/search/saved/saved.js';
import type { Store } from '../../../src/store/store.js';
import { loadWordings } from '../../../src/wording/prompts.js';
import { databases } from '../../store/databases.js';

const TODAY = '2026-11-27';
const NOW = Date.parse(`${TODAY}T02:00:00.000Z`);
const PROMISES = '这只产品保本，放心，明年一定赚回来。';
const wordings = loadWordings('prompts');

describe.each(databases)('what the customer is told of an erasure, on $name', (database) => {
  let store: Store;
  let remove: () => Promise<void>;
  let added: string;
  let id: string;
  let erasure: string;

  const rules = () => loadRetentionRules(TODAY);
  const deps = (): AnsweringDeps => ({
    store,
    origin: 'test',
    now: () => NOW,
    rules,
    allowedHosts: [],
    houseWords: [],
    aiLabel: '小屿 · AI 生成',
    composeCase: (told: CaseTold) => {
      const draft = composeCase(wordings, told);
      const isWhole = told.pending.words.includes('不用再删');
      return isWhole ? { ...draft, text: `${draft.text}${added}` } : draft;
    },
  });

  beforeEach(async () => {
    ({ store, remove } = await database.open());
    added = '';
    id = await fileRight(
      { store, origin: 'test', now: () => NOW, retention: rules },
      {
        customer: 'C1',
        channel: 'letter',
        by: 'a',
        cause: 'letter',
        received: '2026-11-20',
        right: 'delete',
        words: '',
      },
    );
    erasure = String((await readCustomerCase(store, id))?.row.erasure_id);
  });
  afterEach(async () => {
    await store.close();
    await remove();
  });

  const erase = async () => {
    await act(deps(), erasure, 'staff:a', (plan) => ({
      kind: 'ErasureProposed',
      by: 'a',
      checked: 'in_person',
      rules: rules().version,
      plan,
    }));
    await act(deps(), erasure, 'staff:b', () => ({ kind: 'ErasureApproved', by: 'b' }));
    await carryOut(deps(), erasure);
  };
  const stage = async () => (await readCase(deps(), erasure))?.row.stage;
  const waiting = async () => (await readCustomerCase(store, id))!.state;

  it('is due from the day the letter came in, as the erasure itself', async () => {
    expect((await waiting()).due).toBe('2026-12-05');
    expect((await readCase(deps(), erasure))?.row.due_day).toBe('2026-12-05');
  });

  it('is what was done, where the guard has nothing against it', async () => {
    await erase();
    expect(await stage()).toBe('done');
    expect(await waiting()).toMatchObject({
      stage: 'decided',
      isEscalated: false,
      pending: [{ outcome: 'granted', words: expect.stringContaining('不用再删') }],
    });
  });

  it('holds nothing up where the guard stops it: it is said in short, and a person is called', async () => {
    added = PROMISES;
    await erase();
    expect(await stage()).toBe('done');
    const { isEscalated, pending } = await waiting();
    expect(isEscalated).toBe(true);
    expect(pending).toMatchObject([{ words: expect.stringContaining('专人告诉您') }]);
  });

  it('gives no reason that the guard would stop', async () => {
    const no = (reason: string) => objectionsTo(deps(), erasure, { by: 'b', reason });
    expect(await no('您的交易还没有结清，结清以后再办。')).toEqual([]);
    expect((await no(PROMISES)).length).toBeGreaterThan(0);
  });

  it('leaves no kept search that names them', async () => {
    const saved = { store, now: () => NOW };
    const person = (one: string | null, words = '') => ({ words, person: one });
    await saveSearch(saved, 'officer1', { name: '按编号', query: person('C1') });
    await saveSearch(saved, 'officer1', { name: '说起 C1 的', query: person(null) });
    await saveSearch(saved, 'officer2', { name: '另一位', query: person('C10') });
    await erase();
    expect(await savedOf(saved, 'officer1')).toEqual([]);
    expect(await savedOf(saved, 'officer2')).toMatchObject([{ name: '另一位' }]);
  });
});
