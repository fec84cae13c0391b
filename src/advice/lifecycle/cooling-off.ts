import type { Basis } from '../../terms/finding.js';
import type { LocalDate } from '../../terms/time.js';
import { addDays } from '../../terms/time.js';
import { dayMeant, numberIn, textIn } from './moments/finding.js';
import type { Happening } from './moments/moment.js';

/** 犹豫期与冷静期 (row 31): as the customer's own contract has it, never a figure of ours. */
export interface CoolingOff {
  /** First day that counts. */
  readonly from: LocalDate;
  /** Days of the contract, the first one included; at least 1. */
  readonly days: number;
}

export interface CoolingOffState {
  readonly isOpen: boolean;
  readonly lastDay: LocalDate;
  /** Days on which the customer may still leave, today included; 0 once it is over. */
  readonly daysLeft: number;
  /** Open: said with every related question, and nobody is talked out of leaving. */
  readonly duties: readonly ('tell_days_left' | 'never_discourage')[];
  readonly basis: readonly Basis[];
}

/** Order 7 art. 37 [T2]: rights in the cooling-off period are told; how long it is stands in the contract. */
export function coolingOffOn({ from, days }: CoolingOff, today: LocalDate): CoolingOffState {
  const lastDay = addDays(from, days - 1);
  const first = today > from ? today : from;
  const daysLeft = Math.max(0, daysBetween(first, lastDay) + 1);
  const isOpen = daysLeft > 0;
  return {
    isOpen,
    lastDay,
    daysLeft,
    duties: isOpen ? ['tell_days_left', 'never_discourage'] : [],
    basis: [{ instrument: '金融机构产品适当性管理办法', article: '第三十七条', tag: 'T2' }],
  };
}

/** 客户自己的保单: one whose contract has such a period, and how it stands. */
export interface PolicyRights extends Pick<CoolingOffState, 'isOpen' | 'lastDay' | 'daysLeft'> {
  readonly name: string | null;
}

export const POLICY_ISSUED = 'policy-issued';

/** Null: nothing was issued by it, or its contract has no such period. */
export function policyRights(happening: Happening, today: LocalDate): PolicyRights | null {
  const days = numberIn(happening, 'coolingOffDays');
  if (happening.kind !== POLICY_ISSUED || days < 1) return null;
  const { isOpen, lastDay, daysLeft } = coolingOffOn({ from: dayMeant(happening), days }, today);
  return { name: textIn(happening, 'name'), isOpen, lastDay, daysLeft };
}

const DAY_MS = 86_400_000;

const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);

/** Words that have to do with leaving a contract of insurance, so that the days left are told. */
export const concernsLeaving = (text: string): boolean =>
  LEAVES.test(text) && (OF_INSURANCE.test(text) || !OF_ANOTHER.test(text));

const OF_INSURANCE = /保险|保单|保费|退保|犹豫期|[^风]险/;
const OF_ANOTHER = /基金|理财|存款|定期|存单|国债|股票|私募|信托|定投|方案|测评|申购|认购/;

const LEAVES =
  /犹豫期|冷静期|退保|反悔|后悔|(不想|不要|不打算)(要|买|交|继续)|退(掉|了|回|钱)|(全额)?退款|取消(保单|合同|认购)|撤(销|回)合同/;
