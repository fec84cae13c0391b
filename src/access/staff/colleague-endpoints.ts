import { z } from 'zod';
import type { Store } from '../../store/store.js';
import type { Endpoint } from '../api/endpoint.js';
import { endpoint } from '../api/endpoint.js';
import { employeeNames, staffNames } from '../queries/staff.js';

/** 同事: what people here are called; records name them by their account or their number. */
export const colleagueEndpoints = ({ store }: { readonly store: Store }): readonly Endpoint[] => [
  endpoint({
    method: 'get',
    path: '/colleagues',
    tag: 'staff',
    summary: 'What everybody is called whom a record names by account or by employee number',
    needs: 'account.own',
    relation: () => 'self',
    background: true,
    answer: z.object({ colleagues: z.array(z.object({ id: z.string(), name: z.string() })) }),
    run: async () => ({
      colleagues: [...(await employeeNames(store)), ...(await staffNames(store))],
    }),
  }),
];
