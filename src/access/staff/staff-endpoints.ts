import { z } from 'zod';
import type { StaffRow } from '../../store/staff-rows.js';
import type { Store } from '../../store/store.js';
import { toIso } from '../../terms/time.js';
import type { Caller, Endpoint } from '../api/endpoint.js';
import { endpoint } from '../api/endpoint.js';
import type { Relation } from '../permissions.js';
import { ROLES } from '../permissions.js';
import { allStaff, findStaff } from '../queries/staff.js';
import { addStaff, changeStaff, lockStaff, resetStaff, unlockStaff } from './accounts.js';
import type { Code } from './accounts.js';
import { STAFF_ID } from './events.js';
import type { StaffDeps } from './record.js';
import { staffEvents } from './record.js';

const TAG = 'staff';
const LIST_PAGE = 200;

const Id = z.string().regex(STAFF_ID);
/** No line breaks, no NUL (which PostgreSQL does not keep), nothing that is not seen. */
export const Words = z
  .string()
  .trim()
  .min(1)
  .regex(/^\P{C}*$/u);
const Name = Words.max(40);
const Employee = Words.max(64).nullable();
const Place = z.object({ id: Id });

const Member = z
  .object({
    id: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    employee: z.string().nullable().describe('whose licences and capacity are this person’s'),
    state: z.enum(['open', 'locked']),
    waitsUntil: z.iso.datetime().nullable().describe('after too many wrong passwords'),
    opensBy: z.enum(['password', 'code']).nullable(),
    mustChange: z.boolean(),
    bound: z.boolean().describe('to a person at the identity provider'),
    addedAt: z.iso.datetime(),
    signedInAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'StaffMember' });

export const NewMember = z
  .strictObject({
    id: Id.describe('what the person signs in with; lower case'),
    name: Name,
    role: z.enum(ROLES),
    employee: Employee.default(null),
    password: z.string().max(1_000).nullable().default(null).describe('null: a one-time code'),
  })
  .meta({ id: 'NewStaffMember' });

const ChangedMember = z
  .strictObject({ name: Name, role: z.enum(ROLES), employee: Employee })
  .partial()
  .meta({ id: 'StaffChange' });

const CodeAnswer = z
  .object({ code: z.string(), expires: z.iso.datetime() })
  .meta({ id: 'OneTimeCode', description: 'shown this once; to be handed over in person' });

const Happening = z
  .looseObject({ seq: z.int(), at: z.iso.datetime(), actor: z.string(), kind: z.string() })
  .meta({ id: 'StaffEvent', description: 'an event of the account, as it is on record' });

export type StaffLine = z.input<typeof Member>;
export type OneTimeCode = z.input<typeof CodeAnswer>;

/** Accounts of the staff: for administrators and, on the machine itself, the command line. */
export function staffEndpoints(deps: StaffDeps): readonly Endpoint[] {
  const { store } = deps;
  /** `self` or `others`; null: there is no such account. */
  const relation = async ({
    caller,
    params,
  }: {
    readonly caller: Caller;
    readonly params: { readonly id: string };
  }): Promise<Relation | null> => {
    if (params.id === caller.id) return 'self';
    return (await findStaff(store, params.id)) ? 'others' : null;
  };
  const one = { tag: TAG, params: Place, relation } as const;
  return [
    endpoint({
      method: 'get',
      path: '/staff',
      tag: TAG,
      summary: 'Every account',
      needs: 'staff.list',
      answer: z.object({ staff: z.array(Member) }),
      run: async () => ({ staff: await listStaff(store) }),
    }),
    endpoint({
      method: 'post',
      path: '/staff',
      tag: TAG,
      summary: 'Add an account, with a password or a one-time code',
      needs: 'staff.add',
      body: NewMember,
      status: 201,
      secretAnswer: true,
      answer: z.object({ id: z.string(), oneTimeCode: CodeAnswer.nullable() }),
      refusals: [409],
      run: async ({ caller, body }) => {
        const code = await addStaff(deps, caller.id, body);
        return { id: body.id, oneTimeCode: code && toCode(code) };
      },
    }),
    endpoint({
      ...one,
      method: 'patch',
      path: '/staff/{id}',
      summary: 'Change name, role or employee; another role ends what was done under the old one',
      needs: 'staff.change',
      body: ChangedMember,
      refusals: [409],
      run: ({ caller, params, body }) => changeStaff(deps, params.id, caller.id, given(body)),
    }),
    endpoint({
      ...one,
      method: 'post',
      path: '/staff/{id}/reset',
      summary: 'Put a one-time code in the password’s place; every session ends',
      needs: 'staff.reset',
      answer: CodeAnswer,
      secretAnswer: true,
      run: async ({ caller, params }) => toCode(await resetStaff(deps, params.id, caller.id)),
    }),
    endpoint({
      ...one,
      method: 'post',
      path: '/staff/{id}/lock',
      summary: 'Close the account until it is unlocked; every session ends',
      needs: 'staff.lock',
      body: z.strictObject({ reason: Words.max(200) }),
      run: ({ caller, params, body }) => lockStaff(deps, params.id, caller.id, body.reason),
    }),
    endpoint({
      ...one,
      method: 'post',
      path: '/staff/{id}/unlock',
      summary: 'Open what was locked, and forgive wrong passwords',
      needs: 'staff.lock',
      run: ({ caller, params }) => unlockStaff(deps, params.id, caller.id),
    }),
    endpoint({
      ...one,
      method: 'get',
      path: '/staff/{id}/record',
      summary: 'What happened to the account, in order',
      needs: 'staff.record',
      query: z.object({ after: z.coerce.number().int().min(0).default(0) }),
      answer: z.object({ events: z.array(Happening) }),
      run: async ({ params, query }) => ({
        events: (await staffEvents(store, params.id, query.after, LIST_PAGE)).map(
          ({ seq, at, actor, event }) => ({ ...event, seq, at: toIso(at), actor }),
        ),
      }),
    }),
  ];
}

/** What was said, without what was left out. */
const given = ({ name, role, employee }: z.output<typeof ChangedMember>) => ({
  ...(name === undefined ? {} : { name }),
  ...(role === undefined ? {} : { role }),
  ...(employee === undefined ? {} : { employee }),
});

export const listStaff = async (store: Store): Promise<StaffLine[]> =>
  (await allStaff(store)).map(toLine);

const toLine = (row: StaffRow): StaffLine => ({
  id: row.id,
  name: row.name,
  role: row.role as (typeof ROLES)[number],
  employee: row.employee_id,
  state: row.state,
  waitsUntil: row.locked_until === null ? null : toIso(row.locked_until),
  opensBy: row.secret_kind,
  mustChange: row.must_change === 1,
  bound: row.oidc_identity !== null,
  addedAt: toIso(row.added_at),
  signedInAt: row.signed_in_at === null ? null : toIso(row.signed_in_at),
});

export const toCode = ({ code, expires }: Code): OneTimeCode => ({
  code,
  expires: toIso(expires),
});
