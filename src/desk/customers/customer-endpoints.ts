import { z } from 'zod';
import type { Caller, Endpoint } from '../../access/api/endpoint.js';
import { endpoint } from '../../access/api/endpoint.js';
import { Problem } from '../../access/problem.js';
import { toLocalDate } from '../../terms/time.js';
import { employeeOf } from '../seat.js';
import type { DisclosureDeps } from './disclosure.js';
import { disclose } from './disclosure.js';
import { CustomerLine, customerList } from './customer-list.js';
import { Dealings } from './dealings-shapes.js';
import { dealingsOf } from './dealings.js';
import { PortraitShown } from './portrait-shapes.js';
import { portraitOf } from './portrait.js';
import { relationToCustomer } from './whose.js';

const TAG = 'desk';
const PATH = '/desk/customers/{id}';
const Place = z.object({ id: z.string().min(1).max(64) });

/** What is known of a customer, for whoever looks after them or has them in the chat. */
export function customerEndpoints(deps: DisclosureDeps): readonly Endpoint[] {
  const relation = ({ caller, params }: { caller: Caller; params: { id: string } }) =>
    relationToCustomer(deps.store, employeeOf(caller), params.id, deps.now());
  const one = { tag: TAG, params: Place, relation } as const;
  return [
    endpoint({
      tag: TAG,
      method: 'get',
      path: '/desk/customers',
      summary: 'Whom you look after, by number, masked',
      needs: 'customer.list',
      relation: ({ caller }) => (caller.holder === 'compliance' ? 'others' : 'assigned'),
      background: true,
      answer: z.object({ customers: z.array(CustomerLine) }),
      async run({ caller }) {
        const employee = employeeOf(caller);
        const today = toLocalDate(deps.now());
        return {
          customers: employee === null ? [] : await customerList(deps.store, employee, today),
        };
      },
    }),
    endpoint({
      ...one,
      method: 'get',
      path: `${PATH}/dealings`,
      summary: 'Conversations, needs with their source, complaints and key moments of a customer',
      needs: 'customer.read',
      background: true,
      answer: Dealings,
      run: ({ params }) => dealingsOf(deps.store, params.id, deps.now()),
    }),
    endpoint({
      ...one,
      method: 'get',
      path: PATH,
      summary: 'A customer, masked: class, holdings, and what is under way',
      needs: 'customer.read',
      background: true,
      answer: PortraitShown,
      async run({ params }) {
        const portrait = await portraitOf(deps.store, params.id, deps.now());
        if (!portrait) throw new Problem(404, '没有找到');
        return portrait;
      },
    }),
    endpoint({
      ...one,
      method: 'post',
      path: `${PATH}/reveal`,
      summary: 'The customer’s name and number; that you looked is on record',
      needs: 'customer.reveal',
      secretAnswer: true,
      answer: z.object({ name: z.string(), phone: z.string().nullable() }),
      async run({ caller, params }) {
        const disclosed = await disclose(deps, params.id, caller.id);
        if (!disclosed) throw new Problem(404, '没有找到');
        return disclosed;
      },
    }),
  ];
}
