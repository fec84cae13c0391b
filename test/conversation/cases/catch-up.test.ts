import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadRetentionRules } from '../../../src/app/retention-rules.js';
import { complaintDeadlines } from '../../../src/compliance/complaint-deadlines.js';
import { openMissing } from '../../../src/conversation/cases/catch-up.js';
import { caseWrites } from '../../../src/conversation/cases/opening.js';
import { caseId } from '../../../src/conversation/cases/number.js';
import { destroyWords } from '../../../src/conversation/erasure/carry-out.js';
import type { ComplaintFiled, PrivacyRequested } from '../../../src/conversation/events.js';
import { openConversation } from '../../../src/conversation/opening.js';
import { recordEvents } from '../../../src/conversation/record.js';
import type { Store } from '../../../src/store/store.js';
import { conversationId, customerId } from '../../../src/terms/ids.js';
import { databases } from '../../store/databases.js';

const DAY = '2026-03-02';
const AT = Date.parse(`${DAY}T02:00:00.000Z`);
const filed: ComplaintFiled = {
  kind: 'ComplaintFiled',
  turn: 't1',
  source: 'm1',
  matter: '没人接电话',
  wish: '道歉',
  deadlines: complaintDeadlines(DAY),
};
const asked: PrivacyRequested = {
  kind: 'PrivacyRequested',
  turn: 't2',
  source: 'm2',
  right: 'opt_out',
};

describe.each(databases)('what was asked for and has no case, on $name', (database) => {
  let store: Store;
  let remove: () => Promise<void>;
  const retention = () => loadRetentionRules('2026-11-27');
  const deps = () => ({ store, origin: 'test', retention, rules: retention, now: () => AT });
  const ids = async () =>
    (await store.db.selectFrom('customer_case').select('id').orderBy('id').execute()).map(
      ({ id }) => id,
    );
  const both = [caseId('t1/complaint', 'complaint'), caseId('t2/opt_out', 'opt_out')].sort();

  beforeEach(async () => {
    ({ store, remove } = await database.open());
    await openConversation(deps(), {
      id: conversationId('c1'),
      channel: 'test',
      channelConv: 'c1',
      customer: customerId('C1'),
      address: null,
      greeting: null,
      isSent: false,
    });
    const happened = [filed, asked].map((event) => ({ actor: 'customer' as const, at: AT, event }));
    await recordEvents(store, 'test', 'c1', happened);
  });
  afterEach(async () => {
    await store.close();
    await remove();
  });

  it('gets one for each of its matters, also where another has one already', async () => {
    const place = { conversation: 'c1', customer: 'C1' };
    await store.commit(caseWrites(deps(), place, [filed], AT));
    expect(await openMissing(deps())).toBe(1);
    expect(await ids()).toEqual(both);
    expect(await openMissing(deps())).toBe(0);
  });

  it('gets it though the wish itself is on file already', async () => {
    const kind = 'personalization-refused';
    const wish = { id: `wish:${caseId('t2/opt_out', 'opt_out')}`, customer_id: 'C1', kind };
    const query = store.db.insertInto('customer_event').values({ ...wish, at: AT, body: '{}' });
    await store.commit([{ query: query.compile() }]);
    expect(await openMissing(deps())).toBe(2);
    expect(await ids()).toEqual(both);
  });

  it('gets no second one once the words of the first are destroyed', async () => {
    await openMissing(deps());
    await destroyWords(deps(), [`rights:${caseId('t2/opt_out', 'opt_out')}`]);
    expect(await openMissing(deps())).toBe(0);
    expect(await ids()).toEqual([caseId('t1/complaint', 'complaint')]);
  });
});
