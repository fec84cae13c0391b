import type { Answer } from '../api/client.js';

export type Account = Answer<'get', '/staff'>['staff'][number];
export type Employee = Answer<'get', '/employees'>['employees'][number];

/** One person: what they may advise on, and how they sign in; either may be missing. */
export interface Person {
  readonly key: string;
  readonly name: string;
  readonly role: Account['role'];
  readonly employee: Employee | null;
  readonly account: Account | null;
}

export function peopleOf(
  employees: readonly Employee[],
  accounts: readonly Account[],
): readonly Person[] {
  const known = new Set(employees.map(({ id }) => id));
  return [
    ...employees.map((employee) => {
      const account = accounts.find((one) => one.employee === employee.id) ?? null;
      return {
        key: `employee:${employee.id}`,
        name: account?.name ?? employee.name,
        role: account?.role ?? (employee.role as Account['role']),
        employee,
        account,
      };
    }),
    ...accounts
      .filter(({ employee }) => employee === null || !known.has(employee))
      .map((account) => ({
        key: `account:${account.id}`,
        name: account.name,
        role: account.role,
        employee: null,
        account,
      })),
  ];
}

export const isFound = ({ name, employee, account }: Person, words: string): boolean =>
  [name, employee?.id, account?.id].some((one) =>
    one?.toLowerCase().includes(words.trim().toLowerCase()),
  );

export type AccountState = 'open' | 'locked' | 'waiting' | 'code' | 'missing';

export function stateOf(account: Account | null, now: number): AccountState {
  if (account === null) return 'missing';
  if (account.state === 'locked') return 'locked';
  if (account.waitsUntil !== null && Date.parse(account.waitsUntil) > now) return 'waiting';
  return account.mustChange ? 'code' : 'open';
}
