import type { Employee } from '../advice/routing/candidate.js';
import { languageOf } from '../advice/routing/languages.js';
import type { Store } from '../store/store.js';
import { employeeHours } from './employee-hours.js';
import { employeeRecords } from './employee-record.js';

/**
 * 员工画像 (KYE): everybody on the staff, by id, as the rows stand at this moment. A licence nobody
 * knows permits nothing.
 */
export const employees = async (store: Store): Promise<readonly Employee[]> =>
  (await employeeRecords(store)).map((record) => ({
    ...record,
    languages: [...new Set(record.languages.map(languageOf))],
    hours: employeeHours(record.hours),
  }));
