import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { seedDemo } from '../../src/demo/seed.js';
import { importFiles } from '../../src/profiles/import/import.js';
import { employees } from '../../src/profiles/kye.js';
import type { Store } from '../../src/store/store.js';
import { PRODUCTS_FILE, TODAY } from '../demo/demo-shelf.js';
import { databases } from '../store/databases.js';

describe.each(databases.slice(0, 1))('portraits of employees on $name', (database) => {
  let store: Store;
  let remove: () => Promise<void>;

  beforeAll(async () => {
    ({ store, remove } = await database.open());
    await seedDemo(store, PRODUCTS_FILE, TODAY);
  });

  afterAll(async () => {
    await store.close();
    await remove();
  });

  it('show everybody on the demonstration staff with what they may and can do', async () => {
    const all = await employees(store);
    expect(all).toHaveLength(16);
    expect(all.find(({ id }) => id === 'advisor7')).toEqual({
      id: 'advisor7',
      name: '冯欣怡',
      role: 'advisor',
      licences: ['wealth_product'],
      productGrade: 2,
      domains: ['应急', '老年客户'],
      languages: ['mandarin'],
      conflicts: [],
      capacity: 5,
      hours: { weekdays: [1, 2, 3, 4, 5], spans: [{ from: '09:00', to: '13:00' }] },
    });
  });

  it('read an imported row: languages by any of their names, no licence that nobody knows', async () => {
    const text =
      'id,name,role,licences,productGrade,languages,capacity,hours\n' +
      'E1,李四,advisor,fund|magic,3,中文|粤语|Klingon,2,弹性\n' +
      'E2,王五,operator,,,,,\n';
    const report = await importFiles(store, [{ path: 'employees.csv', text }], {
      kind: null,
      dryRun: false,
      now: 0,
    });
    expect(report.refused).toEqual([]);
    const all = await employees(store);
    expect(all.find(({ id }) => id === 'E1')).toMatchObject({
      licences: ['fund'],
      productGrade: 3,
      languages: ['mandarin', 'cantonese', 'klingon'],
      capacity: 2,
      hours: null,
    });
    expect(all.find(({ id }) => id === 'E2')).toMatchObject({ licences: [], capacity: 0 });
  });
});
