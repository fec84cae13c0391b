import type { NewStaff } from '../access/staff/accounts.js';
import { addStaff, lockStaff, resetStaff, unlockStaff } from '../access/staff/accounts.js';
import { TERMINAL } from '../access/staff/events.js';
import { createPasswords } from '../access/staff/passwords.js';
import type { StaffDeps } from '../access/staff/record.js';
import type { OneTimeCode, StaffLine } from '../access/staff/staff-endpoints.js';
import { NewMember, listStaff, toCode } from '../access/staff/staff-endpoints.js';
import { ORIGIN } from '../app/parts.js';
import { withOwnStore } from '../app/storage.js';
import type { Config } from '../config.js';
import { CommandFailure } from './command.js';
import type { RunningServer } from './running-server.js';
import { runningServer } from './running-server.js';

export type { StaffLine };

/** Work on accounts, at a running service or, where none runs, on its store. */
export interface Office {
  /** Null: opened by the password that was given. */
  add(put: NewStaff): Promise<OneTimeCode | null>;
  list(): Promise<readonly StaffLine[]>;
  reset(id: string): Promise<OneTimeCode>;
  lock(id: string, reason: string): Promise<void>;
  unlock(id: string): Promise<void>;
}

export async function openOffice<T>(
  config: Config,
  work: (office: Office) => Promise<T>,
): Promise<T> {
  const server = await runningServer(config);
  if (server) return work(officeAt(server));
  return withOwnStore(config, (store) =>
    work(ownOffice({ store, origin: ORIGIN, now: Date.now, passwords: createPasswords() })),
  );
}

function officeAt(server: RunningServer): Office {
  const post = (path: string, body?: object) =>
    server.call(`/api/v1/staff${path}`, {
      method: 'POST',
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  const one = (id: string, verb: string) => `/${encodeURIComponent(id)}/${verb}`;
  return {
    add: async (put) => ((await post('', put)) as { oneTimeCode: OneTimeCode | null }).oneTimeCode,
    list: async () =>
      ((await server.call('/api/v1/staff')) as { staff: readonly StaffLine[] }).staff,
    reset: async (id) => (await post(one(id, 'reset'))) as OneTimeCode,
    lock: async (id, reason) => void (await post(one(id, 'lock'), { reason })),
    unlock: async (id) => void (await post(one(id, 'unlock'))),
  };
}

const ownOffice = (deps: StaffDeps): Office => ({
  async add(put) {
    const checked = NewMember.safeParse(put);
    if (!checked.success) {
      const places = checked.error.issues.map(
        ({ path, message }) => `${path.join('.')}: ${message}`,
      );
      throw new CommandFailure(places.join('; '));
    }
    const code = await addStaff(deps, TERMINAL, checked.data);
    return code && toCode(code);
  },
  list: () => listStaff(deps.store),
  reset: async (id) => toCode(await resetStaff(deps, id, TERMINAL)),
  lock: (id, reason) => lockStaff(deps, id, TERMINAL, reason),
  unlock: (id) => unlockStaff(deps, id, TERMINAL),
});
