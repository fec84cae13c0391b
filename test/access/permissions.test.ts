import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Action, Holder, Relation } from '../../src/access/permissions.js';
import {
  ACTIONS,
  PERMISSIONS,
  ROLES,
  allowances,
  may,
  reach,
  takesTwo,
} from '../../src/access/permissions.js';

const HOLDERS: readonly Holder[] = [...ROLES, 'service'];
const RELATIONS = ['self', 'assigned', 'waiting', 'unsealed', 'others', 'house'] as const;
const of = (prefix: string): readonly Action[] => ACTIONS.filter((one) => one.startsWith(prefix));

/** To whose things anybody of `holders` may do any of `actions`. */
const reached = (holders: readonly Holder[], actions: readonly Action[]): readonly Relation[] => [
  ...new Set(holders.flatMap((holder) => actions.flatMap((action) => reach(holder, action)))),
];

/** The whole table as one would read it aloud. */
const table = (): readonly string[] =>
  ACTIONS.map((action) => {
    const cells = HOLDERS.map((holder) => `${holder}[${reach(holder, action).join(' ')}]`);
    return `${action}: ${cells.filter((cell) => !cell.endsWith('[]')).join(' ')}`;
  });

/** A change of a line is a decision, not a slip: it is made in both places. */
const AGREED = new URL('./permissions.txt', import.meta.url);

describe('the permission table', () => {
  it('denies what stands in no line', () => {
    for (const action of ACTIONS) {
      const named = Object.keys(PERMISSIONS[action]);
      for (const holder of HOLDERS.filter((one) => !named.includes(one))) {
        for (const relation of RELATIONS) expect(may(holder, action, relation)).toBe(false);
      }
    }
    expect(may('toString' as Holder, 'staff.add', 'house')).toBe(false);
  });

  it('lets every action be done by somebody, and knows no holder beside the roles', () => {
    for (const action of ACTIONS) {
      expect(reached(HOLDERS, [action])).not.toEqual([]);
      expect(HOLDERS).toEqual(expect.arrayContaining(Object.keys(PERMISSIONS[action])));
    }
  });

  it('shows administrators, operators and auditors no conversation, customer, proposal or draft', () => {
    const seen = ['conversation.', 'customer.', 'proposal.', 'draft.', 'review.'].flatMap(of);
    expect(reached(['admin', 'operator', 'auditor', 'service'], seen)).toEqual([]);
  });

  it('asks a known person of whoever approves, and of whoever has something approved', () => {
    const approvals = ['approve', 'countersign', 'grant', 'extend', 'sign', 'propose', 'break'];
    const two = ACTIONS.filter((action) => approvals.includes(action.split('.')[1]!));
    expect(two.filter((action) => !takesTwo(action))).toEqual([]);
    expect(takesTwo('review.read')).toBe(false);
  });

  it('lets compliance read everything and change nothing of what it reviews', () => {
    const changes = [...of('conversation.'), ...of('proposal.'), ...of('customer.')].filter(
      (action) => !/\.(list|read)$/.test(action),
    );
    expect(reached(['compliance'], changes)).toEqual([]);
    expect(may('compliance', 'conversation.read', 'others')).toBe(true);
  });

  it('lets an advisor see and speak for nobody’s customers but their own', () => {
    const desk = ['conversation.', 'customer.', 'proposal.', 'draft.', 'moment.'].flatMap(of);
    expect(reached(['advisor'], desk)).not.toContain('others');
    expect(may('advisor', 'conversation.read', 'waiting')).toBe(false);
    expect(reach('advisor', 'conversation.say')).toEqual(['assigned']);
  });

  it('gives the pen and the signature to none but who holds the conversation', () => {
    for (const action of ['conversation.say', 'proposal.decide', 'draft.judge'] as const) {
      expect(reached(HOLDERS, [action])).toEqual(['assigned']);
    }
  });

  it('asks for a second person where one is asked for', () => {
    for (const action of ['proposal.countersign', 'glass.grant', 'change.approve'] as const) {
      expect(reached(HOLDERS, [action])).toEqual(['others']);
    }
  });

  it('lets no administrator give themselves another role, lock themselves or reset themselves', () => {
    for (const action of ['staff.change', 'staff.lock', 'staff.reset'] as const) {
      expect(may('admin', action, 'self')).toBe(false);
      expect(
        reached(
          ROLES.filter((role) => role !== 'admin'),
          [action],
        ),
      ).toEqual([]);
    }
  });

  it('tells a console what its holder may do, and nothing else', () => {
    expect(allowances('auditor')).toEqual({
      'account.own': ['self'],
      'staff.list': ['house'],
      'staff.record': ['others'],
      'ledger.verify': ['house'],
      'knowledge.search': ['house'],
    });
  });

  it('reads as it was agreed, line by line', () => {
    expect(table()).toEqual(readFileSync(AGREED, 'utf8').trim().split('\n'));
  });
});
