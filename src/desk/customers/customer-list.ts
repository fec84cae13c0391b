import { z } from 'zod';
import { expiresOn } from '../../advice/profiling/validity.js';
import type { CustomerProfile } from '../../profiles/kyc.js';
import { ageOn } from '../../profiles/kyc.js';
import type { Store } from '../../store/store.js';
import type { LocalDate } from '../../terms/time.js';
import { masked } from '../queue-lines.js';
import { customersOf } from './queries.js';

/** 我的客户: whom somebody looks after, masked. */
export const CustomerLine = z
  .object({
    id: z.string(),
    name: z.string().describe('masked'),
    age: z.int().nullable(),
    tolerance: z.int().nullable(),
    expires: z.string().nullable().describe('the first day on which the assessment counts no more'),
  })
  .meta({ id: 'CustomerLine' });

const MOST = 2_000;

export async function customerList(
  store: Store,
  employee: string,
  today: LocalDate,
): Promise<z.input<typeof CustomerLine>[]> {
  const rows = await customersOf(store, employee, MOST);
  return rows.map(({ id, body }) => {
    const { name, born, tolerance, assessedOn } = JSON.parse(body) as CustomerProfile;
    const expires = assessedOn === null ? null : expiresOn(assessedOn);
    return { id, name: masked(name), age: ageOn(born, today), tolerance, expires };
  });
}
