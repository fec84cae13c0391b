import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { changeEmployee, employeeStream } from '../../../src/access/staff/employees.js';
import { readEvents } from '../../../src/conversation/queries/stream.js';
import { findEmployeeRecord } from '../../../src/profiles/employee-record.js';
import { insertEmployees } from '../../../src/profiles/queries.js';
import type { Store } from '../../../src/store/store.js';
import { databases } from '../../store/databases.js';
import type { StaffRoom } from './staff-room.js';
import { staffRoom } from './staff-room.js';

describe.each(databases)('an employee’s licences and hours on $name', (database) => {
  let store: Store;
  let remove: () => Promise<void>;
  let room: StaffRoom;

  beforeAll(async () => {
    ({ store, remove } = await database.open());
  });

  beforeEach(async () => {
    room = staffRoom(store);
    const tables = ['employee', 'stream_head', 'event', 'ledger_entry'] as const;
    await store.commit(tables.map((table) => ({ query: store.db.deleteFrom(table).compile() })));
    const body = JSON.stringify({ licences: ['fund'], capacity: 5, phone: '0000' });
    await store.commit(insertEmployees(store, [{ id: 'e1', name: '何珊', role: 'advisor', body }]));
  });

  afterAll(async () => {
    await store.close();
    await remove();
  });

  const eventsOf = async (id: string) =>
    (await readEvents(store, employeeStream(id))).map(({ actor, body }) => ({
      actor,
      ...(JSON.parse(body!) as object),
    }));

  it('change with a record of who changed what, from what', async () => {
    await changeEmployee(room, 'e1', 'admin1', { licences: ['fund', 'insurance'], capacity: 5 });
    expect((await findEmployeeRecord(store, 'e1'))?.record.licences).toEqual(['fund', 'insurance']);
    expect(await eventsOf('e1')).toEqual([
      {
        actor: 'admin',
        by: 'admin1',
        licences: ['fund', 'insurance'],
        before: { licences: ['fund'] },
      },
    ]);
  });

  it('keep what the institution’s rows say beside them', async () => {
    await changeEmployee(room, 'e1', 'admin1', { hours: '周一至周五 9:00-13:00' });
    const { body } = (await findEmployeeRecord(store, 'e1'))!;
    expect(JSON.parse(body)).toMatchObject({ phone: '0000', hours: '周一至周五 9:00-13:00' });
  });

  it('leave no trace where nothing is different', async () => {
    await changeEmployee(room, 'e1', 'admin1', { licences: ['fund'] });
    expect(await eventsOf('e1')).toEqual([]);
  });

  it('are nobody’s who is not on file', async () => {
    await expect(changeEmployee(room, 'e9', 'admin1', { capacity: 1 })).rejects.toMatchObject({
      status: 404,
    });
  });

  it('lose none of many changes made at once', async () => {
    const grades = [1, 2, 3, 4, 5];
    await Promise.all(
      grades.map((productGrade) => changeEmployee(room, 'e1', 'admin1', { productGrade })),
    );
    expect(await eventsOf('e1')).toHaveLength(grades.length);
    const { record } = (await findEmployeeRecord(store, 'e1'))!;
    const last = (await eventsOf('e1')).at(-1) as { readonly productGrade?: number };
    expect(record.productGrade).toBe(last.productGrade);
  });
});
