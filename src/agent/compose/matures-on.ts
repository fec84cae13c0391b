import type { Fact } from '../../terms/fact.js';
import type { Exit, Position } from '../../terms/portfolio.js';
import { daysBetween } from '../../terms/time.js';
import { fullDay } from '../../wording/figures.js';
import { graded } from './portfolio-lines.js';

export interface Term {
  readonly text: string;
  readonly facts: readonly Fact[];
}

/** 「是 2026 年 5 月 9 日买的，2027 年 5 月 9 日到期，还有 165 天。」 Null: it comes to no term. */
export function maturesOn({ name, riskLevel }: Position, exit: Exit): Term | null {
  const last = exit.bought.at(-1);
  if (exit.matures === null || !last) return null;
  const left = daysBetween(last.day, exit.matures) - last.days;
  const rest = left > 0 ? `，还有 **${left} 天**` : '';
  return {
    text: `${graded(name, riskLevel)}是 ${fullDay(last.day)}买的，**${fullDay(exit.matures)}**到期${rest}。`,
    facts: [
      { value: last.day, unit: 'date', label: '买入日' },
      { value: exit.matures, unit: 'date', label: '到期日' },
      ...(left > 0 ? [{ value: left, unit: 'day', label: '离到期的天数' } as const] : []),
    ],
  };
}
