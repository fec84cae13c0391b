import type { SellerOpinion } from '../suitability/seller.js';
import { judgeSeller } from '../suitability/seller.js';
import type { Candidate, ConflictKind, Request } from './candidate.js';
import { MANDARIN, languageName } from './languages.js';
import type { Holidays, WorkingHours } from './working-hours.js';
import { isAtWork } from './working-hours.js';

/** What holds for the whole house. */
export interface House {
  readonly hours: WorkingHours;
  readonly holidays: Holidays;
}

export const FILTER_RULES = [
  'role',
  'licence',
  'grade',
  'conflict',
  'language',
  'hours',
  'presence',
  'capacity',
] as const;
export type FilterRule = (typeof FILTER_RULES)[number];

/** One line of the filter table (硬性条件): what it says of those it leaves out; null: it lets pass. */
interface Filter {
  readonly rule: FilterRule;
  readonly objects: (candidate: Candidate, request: Request, house: House) => string | null;
}

const ADVISING_ROLES = ['advisor', 'supervisor'];

const CONFLICT_WORDS: Readonly<Record<ConflictKind, string>> = {
  complained_about: '客户投诉的正是这位同事',
  relative: '与客户是亲属',
  own_account: '是客户本人',
  declared: '已申报利益冲突',
};

/**
 * 硬性条件: in this order of trial; the first that objects is named. Licence and grade are row 22 of the
 * suitability table; a complaint never goes to the person it may be about.
 */
export const FILTERS: readonly Filter[] = [
  {
    rule: 'role',
    objects: ({ role }) => (ADVISING_ROLES.includes(role) ? null : '岗位不接待客户'),
  },
  { rule: 'licence', objects: (one, request) => lacking(one, request, 'licence', '没有销售资质') },
  { rule: 'grade', objects: (one, request) => lacking(one, request, 'grade', '授权等级不够') },
  {
    rule: 'conflict',
    objects({ id }, { reason, manager, conflicts }) {
      const own = conflicts.find(({ employee }) => employee === id);
      if (own) return CONFLICT_WORDS[own.kind];
      return reason === 'complaint' && manager === id ? '投诉不由客户经理本人受理' : null;
    },
  },
  {
    rule: 'language',
    objects({ languages }, { language }) {
      const spoken = languages.length > 0 ? languages : [MANDARIN];
      return spoken.includes(language) ? null : `不会${languageName(language)}`;
    },
  },
  {
    rule: 'hours',
    objects: ({ hours }, { now }, house) =>
      isAtWork(hours ?? house.hours, house.holidays, now) ? null : '不在服务时间',
  },
  { rule: 'presence', objects: ({ isReady }) => (isReady ? null : '未在线或正在休息') },
  {
    rule: 'capacity',
    objects: ({ load, capacity }) =>
      load < capacity ? null : `手上已有 ${load} 个会话，上限 ${capacity} 个`,
  },
];

function lacking(
  candidate: Candidate,
  { products }: Request,
  what: SellerOpinion['lacks'][number],
  words: string,
): string | null {
  const beyond = products.find((product) => judgeSeller(candidate, product).lacks.includes(what));
  return beyond ? `对${beyond.name}${words}` : null;
}

export interface FilteredOut {
  readonly employee: string;
  readonly rule: FilterRule;
  readonly words: string;
}

export interface Filtered<C extends Candidate = Candidate> {
  readonly left: readonly C[];
  readonly out: readonly FilteredOut[];
}

/** Who may serve a request, and of everybody else the first rule that is against it. */
export function filter<C extends Candidate>(
  candidates: readonly C[],
  request: Request,
  house: House,
): Filtered<C> {
  const left: C[] = [];
  const out: FilteredOut[] = [];
  for (const candidate of candidates) {
    const objection = firstObjection(candidate, request, house);
    if (objection) out.push({ employee: candidate.id, ...objection });
    else left.push(candidate);
  }
  return { left, out };
}

function firstObjection(
  candidate: Candidate,
  request: Request,
  house: House,
): Omit<FilteredOut, 'employee'> | null {
  for (const { rule, objects } of FILTERS) {
    const words = objects(candidate, request, house);
    if (words !== null) return { rule, words };
  }
  return null;
}
