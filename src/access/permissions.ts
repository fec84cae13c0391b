/** 权限表: who may do what to whose things. What stands in no line may nobody do. */

export const ROLES = [
  'advisor',
  'supervisor',
  'compliance',
  'operator',
  'auditor',
  'admin',
] as const;
/** 岗位 (reliability.md D5). */
export type Role = (typeof ROLES)[number];
/** `service`: whoever holds the command line's token, on the machine itself. */
export type Holder = Role | 'service';

/**
 * Whose a thing is, seen by the one who asks: `self` (the account they signed in with), `assigned`
 * (a customer or conversation that is theirs), `waiting` (nobody's yet), `unsealed` (another's,
 * opened by break-glass and not run out), `others` (anybody else's), `house` (nobody's in particular).
 */
export type Relation = 'self' | 'assigned' | 'waiting' | 'unsealed' | 'others' | 'house';

type Line = { readonly [H in Holder]?: readonly Relation[] };

const HOUSE = ['house'] as const;
/** What an advisor may see; a supervisor also sees the team's. */
const DESK: Line = {
  advisor: ['assigned', 'unsealed'],
  supervisor: ['assigned', 'unsealed', 'waiting', 'others'],
};
/** What is done in one's own name, with the pen in one's hand. */
const PEN: Line = { advisor: ['assigned'], supervisor: ['assigned'] };
const ADMIN: Line = { admin: HOUSE, service: HOUSE };

/**
 * One line an action. Compliance reads and never changes what it reviews; admin and operator see no
 * transcript; a signature and a counter-signature are never the same person's.
 */
export const PERMISSIONS = {
  /** One's own account: who am I, change the password, sign out. */
  'account.own': Object.fromEntries(ROLES.map((role) => [role, ['self']])) as Line,
  'staff.list': { ...ADMIN, auditor: HOUSE },
  'staff.record': { admin: ['self', 'others'], auditor: ['others'], service: ['others'] },
  'staff.add': ADMIN,
  'staff.change': { admin: ['others'], service: ['others'] },
  'staff.reset': { admin: ['others'], service: ['others'] },
  'staff.lock': { admin: ['others'], service: ['others'] },
  'employee.list': { ...ADMIN, supervisor: HOUSE, compliance: HOUSE },
  'employee.change': ADMIN,
  'settings.read': ADMIN,
  'settings.change': ADMIN,

  'conversation.list': { ...DESK, advisor: ['assigned', 'waiting'], compliance: ['others'] },
  'conversation.read': { ...DESK, compliance: ['others'] },
  /** Also what the digital employee holds of one's own customers. */
  'conversation.claim': {
    advisor: ['assigned', 'waiting'],
    supervisor: ['assigned', 'waiting', 'others'],
  },
  'conversation.say': PEN,
  'conversation.note': PEN,
  'conversation.transfer': { advisor: ['assigned'], supervisor: ['assigned', 'waiting', 'others'] },
  'conversation.return': { advisor: ['assigned'], supervisor: ['assigned', 'others'] },
  'conversation.resolve': PEN,
  'conversation.reopen': { advisor: ['assigned'], supervisor: ['assigned', 'others'] },
  /** Where a colleague's note calls on oneself. */
  'mention.own': { advisor: ['self'], supervisor: ['self'] },
  'draft.read': PEN,
  'draft.judge': PEN,
  'reply.check': { advisor: HOUSE, supervisor: HOUSE, compliance: HOUSE },
  'reply.canned': { advisor: HOUSE, supervisor: HOUSE, compliance: HOUSE },
  'reply.review': { compliance: HOUSE },

  'customer.list': { ...DESK, advisor: ['assigned'], compliance: ['others'] },
  'customer.read': { ...DESK, compliance: ['others'] },
  'customer.reveal': { advisor: ['assigned', 'unsealed'], supervisor: ['assigned', 'unsealed'] },
  'glass.break': { advisor: ['others'], supervisor: ['others'], compliance: ['others'] },
  /** What was asked for: one's own, and what waits for a second person. */
  'glass.list': {
    advisor: ['self'],
    supervisor: ['self', 'others'],
    compliance: ['self', 'others'],
  },
  /** The second person; never the one who asked. */
  'glass.grant': { supervisor: ['others'], compliance: ['others'] },
  'proposal.list': { ...DESK, advisor: ['assigned'], compliance: ['others'] },
  'proposal.read': { ...DESK, compliance: ['others'] },
  'proposal.decide': PEN,
  'proposal.countersign': { supervisor: ['others'] },
  'moment.list': PEN,
  'moment.dismiss': PEN,
  'moment.run': ADMIN,
  'assignment.run': { supervisor: HOUSE, service: HOUSE },

  'review.read': { compliance: HOUSE },
  /** Looking through all conversations by their words; it goes on record. */
  'review.search': { compliance: HOUSE },
  'review.annotate': { compliance: HOUSE },
  'review.sign': { compliance: HOUSE },
  'review.export': { compliance: HOUSE },
  /** Requests to erase and terms that are over: no word of a record is in them. */
  'erasure.read': { compliance: HOUSE, service: HOUSE },
  'erasure.propose': { compliance: HOUSE },
  /** 双人复核: never the one who proposed, which the case itself sees to. */
  'erasure.approve': { compliance: HOUSE },
  /** 投诉与权利请求: taken down by whoever has the customer before them, answered by compliance. */
  'case.file': {
    advisor: ['assigned'],
    supervisor: ['assigned', 'others'],
    compliance: ['others'],
  },
  'complaints.read': { compliance: HOUSE, service: HOUSE },
  'complaints.handle': { compliance: HOUSE },
  /** 双人: never the one who asked for more time. */
  'complaints.extend': { compliance: HOUSE },
  'rights.read': { compliance: HOUSE, service: HOUSE },
  'rights.handle': { compliance: HOUSE },
  'ledger.verify': { compliance: HOUSE, auditor: HOUSE, service: HOUSE },

  'knowledge.search': Object.fromEntries(
    [...ROLES, 'service'].map((holder) => [holder, HOUSE]),
  ) as Line,
  'knowledge.change': { operator: HOUSE, service: HOUSE },
  /** What the assistant may know and say, and who let it. */
  'change.read': { operator: HOUSE, compliance: HOUSE, service: HOUSE },
  /** In one's own name: who holds the machine could else propose as nobody and approve as themselves. */
  'change.propose': { operator: HOUSE, compliance: HOUSE },
  /** The second person; of rules and the questionnaire only compliance, which the change itself sees to. */
  'change.approve': { operator: ['others'], compliance: ['others'] },
  'shelf.read': { advisor: HOUSE, supervisor: HOUSE, operator: HOUSE, compliance: HOUSE },
  'shelf.change': { operator: HOUSE },
  /** Questions without an answer, without names. */
  'insight.read': { operator: HOUSE, supervisor: HOUSE, compliance: HOUSE },
  /** Whole files of customers, staff and prices: from the institution's own systems alone. */
  'rows.import': { service: HOUSE },
  /** Talking to the digital employee in a terminal, as any customer. */
  'terminal.talk': { service: HOUSE },
  /** Serving customers as whichever advisor a command names. */
  'terminal.serve': { service: HOUSE },
  /** Deciding on proposals as whichever advisor a command names. */
  'terminal.decide': { service: HOUSE },
  /** Reading what rules found in conversations, and trying rules on them. */
  'terminal.review': { service: HOUSE },
  /** Writing a conversation into a file on the machine itself, as a bundle; it goes on record. */
  'terminal.export': { service: HOUSE },
} as const satisfies Record<string, Line>;

export type Action = keyof typeof PERMISSIONS;
export const ACTIONS = Object.keys(PERMISSIONS) as readonly Action[];

/** To whose things `holder` may do it; empty: to nobody's. */
export function reach(holder: Holder, action: Action): readonly Relation[] {
  const line: Line = PERMISSIONS[action];
  // A holder's name comes out of a row: what every object inherits is in no line.
  return Object.hasOwn(line, holder) ? (line[holder] ?? []) : [];
}

export const may = (holder: Holder, action: Action, relation: Relation): boolean =>
  reach(holder, action).includes(relation);

/**
 * 双人事项: what two persons answer for, of whom neither may be the other. Two accounts are two persons
 * only where each is bound to an employee, who has no other account.
 */
const TAKES_TWO: ReadonlySet<Action> = new Set<Action>([
  'glass.break',
  'glass.grant',
  'proposal.decide',
  'proposal.countersign',
  'review.annotate',
  'review.sign',
  'erasure.propose',
  'erasure.approve',
  'complaints.handle',
  'complaints.extend',
  'change.propose',
  'change.approve',
]);

/** Whether it is for an account whose person is known alone. */
export const takesTwo = (action: Action): boolean => TAKES_TWO.has(action);

/** Everything a holder may do to somebody's things: for a console that shows no dead buttons. */
export const allowances = (holder: Holder): Partial<Record<Action, readonly Relation[]>> =>
  Object.fromEntries(
    ACTIONS.map((action) => [action, reach(holder, action)] as const).filter(
      ([, relations]) => relations.length > 0,
    ),
  );
