import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadRetentionRules } from '../../../src/app/retention-rules.js';
import { composeCase } from '../../../src/agent/compose/case-notice.js';
import { complaintDeadlines } from '../../../src/compliance/complaint-deadlines.js';
import type { AnsweringDeps } from '../../../src/conversation/cases/erasure-answer.js';
import { caseWrites } from '../../../src/conversation/cases/opening.js';
import { caseId } from '../../../src/conversation/cases/number.js';
import { carryOutDecided } from '../../../src/conversation/erasure/carry-out.js';
import { act } from '../../../src/conversation/erasure/record.js';
import { endTerms } from '../../../src/conversation/erasure/term-end.js';
import type { ConversationEvent } from '../../../src/conversation/events.js';
import { HOUSE_STREAM } from '../../../src/conversation/house-stream.js';
import type { CaseTold } from '../../../src/conversation/cases/notice.js';
import { openConversation } from '../../../src/conversation/opening.js';
import { recordEvents } from '../../../src/conversation/record.js';
import { readStream } from '../../../src/conversation/stream.js';
import type { Store } from '../../../src/store/store.js';
import { conversationId, customerId } from '../../../src/terms/ids.js';
import { loadWordings } from '../../../src/wording/prompts.js';
import { databases } from '../../store/databases.js';

const DAY = 86_400_000;
const wordings = loadWordings('prompts');
const notice = {
  allowedHosts: [],
  houseWords: [],
  aiLabel: '小屿 · AI 生成',
  composeCase: (told: CaseTold) => composeCase(wordings, told),
};
const START = Date.parse('2026-03-02T02:00:00.000Z');

describe.each(databases)('the end of a term, on $name', (database) => {
  let store: Store;
  let remove: () => Promise<void>;
  let deps: AnsweringDeps;
  let at: number;

  beforeEach(async () => {
    ({ store, remove } = await database.open());
    at = START;
    const rules = () => loadRetentionRules('2026-03-02');
    deps = { store, origin: 'test', now: () => at, rules, ...notice };
    await talk('visitor', null, []);
    await talk('known', 'C1', []);
    await talk('complaint', null, [{ kind: 'ComplaintFiled' }]);
  });

  afterEach(async () => {
    await store.close();
    await remove();
  });

  async function talk(id: string, customer: string | null, events: readonly object[]) {
    await openConversation(deps, {
      id: conversationId(id),
      channel: 'test',
      channelConv: id,
      customer: customer === null ? null : customerId(customer),
      address: null,
      greeting: null,
      isSent: false,
    });
    const happened = events.map((event) => ({
      actor: 'customer' as const,
      at,
      event: event as ConversationEvent,
    }));
    await recordEvents(store, 'test', id, happened);
  }
  const left = async () => {
    const rows = await Promise.all(
      ['visitor', 'known', 'complaint'].map((id) => readStream(store, id)),
    );
    return rows.map((events) => events.length > 0);
  };
  const destroyed = async () => {
    const rows = await store.db
      .selectFrom('event')
      .select('body')
      .where('stream', '=', HOUSE_STREAM)
      .where('kind', '=', 'WordsDestroyed')
      .execute();
    return rows.map(({ body }) => JSON.parse(String(body)) as unknown);
  };

  it('destroys what nobody need be asked about on its last day, and says so on record', async () => {
    at = START + 89 * DAY;
    await endTerms(deps);
    expect(await left()).toEqual([true, true, true]);
    at = START + 91 * DAY;
    expect(await endTerms(deps)).toEqual({ destroyed: 1, opened: 0 });
    expect(await left()).toEqual([false, true, true]);
    expect(await destroyed()).toEqual([{ stream: 'visitor', seqs: [1] }]);
    expect(await endTerms(deps)).toEqual({ destroyed: 0, opened: 0 });
  });

  it('puts what two people must decide on before them, once', async () => {
    at = START + 21 * 366 * DAY;
    expect(await endTerms(deps)).toEqual({ destroyed: 2, opened: 1 });
    expect(await endTerms(deps)).toEqual({ destroyed: 0, opened: 0 });
    expect(await left()).toEqual([false, false, true]);
    const cases = await store.db.selectFrom('erasure').selectAll().execute();
    expect(cases).toMatchObject([{ conversation_id: 'complaint', why: 'term', stage: 'open' }]);
  });

  it('reaches what was done about requests and complaints, each by its own class', async () => {
    const visitor = { conversation: 'visitor', customer: null };
    const turn = { turn: 't1', source: 'm1' };
    const filed: ConversationEvent = {
      kind: 'ComplaintFiled',
      ...turn,
      matter: '没人接电话',
      wish: '',
      deadlines: complaintDeadlines('2026-03-02'),
    };
    const asked: ConversationEvent = { kind: 'PrivacyRequested', ...turn, right: 'explain' };
    const retention = () => loadRetentionRules('2026-11-27');
    const opening = { store, origin: 'test', retention };
    await store.commit(caseWrites(opening, visitor, [filed, asked], at));
    const kept = async () =>
      (await store.db.selectFrom('customer_case').select('matter').orderBy('matter').execute()).map(
        ({ matter }) => matter,
      );
    const later = { ...deps, rules: retention };
    at = START + 21 * 366 * DAY;
    await endTerms(later);
    // They are open: nothing ends that is still to be answered.
    expect(await kept()).toEqual(['complaint', 'explain']);
    const closed = store.db.updateTable('customer_case').set({ stage: 'closed' });
    await store.commit([{ query: closed.compile() }]);
    await endTerms(later);
    expect(await kept()).toEqual(['complaint']);
    const cases = await store.db.selectFrom('erasure').select('conversation_id').execute();
    const about = cases.map(({ conversation_id: stream }) => stream);
    expect(about).toContain(`complaint:${caseId('t1/complaint', 'complaint')}`);
  });

  it('goes on with what was decided and not done when the service died', async () => {
    at = START + 21 * 366 * DAY;
    await endTerms(deps);
    const [{ id } = { id: '' }] = await store.db.selectFrom('erasure').select('id').execute();
    const { version } = deps.rules();
    await act(deps, id, 'staff:a', (plan) => ({
      kind: 'ErasureProposed',
      by: 'a',
      checked: 'term',
      rules: version,
      plan,
    }));
    await act(deps, id, 'staff:b', () => ({ kind: 'ErasureApproved', by: 'b' }));
    // It dies after the key is gone, before anything else is.
    await store.keys.destroy(['complaint'], at);
    await carryOutDecided(deps);
    expect(await left()).toEqual([false, false, false]);
    const rows = await store.db.selectFrom('erasure').select('stage').execute();
    expect(rows).toEqual([{ stage: 'done' }]);
    expect(await destroyed()).toContainEqual({ stream: 'complaint', seqs: [1, 2] });
  });
});
