import type { SlotValues } from '../../../terms/command.js';
import { CLAUSE_END } from './asked-back.js';

/** 去掉一条: a line of what we echoed is taken off, by the name it has there or by what it says. */

export const REMOVES =
  /删|去掉|去了吧|拿掉|划掉|抹掉|不要了|撤掉|清掉|(取消|不要)(掉)?(这|那)(一)?(条|项)/;

const LINES: readonly (readonly [slot: string, named: RegExp])[] = [
  ['goal', /用途|目的/],
  ['amount', /金额|总额|本金那/],
  ['horizon', /多久|期限|几年那|时间那/],
  ['liquidity', /要不要用|随时|到时候/],
  ['loss_limit', /亏|损失/],
];

/** Null for each line of what was told that folded words take off. */
export function removedLines(folded: string, known: SlotValues): SlotValues {
  const removing = folded.split(CLAUSE_END).filter((clause) => REMOVES.test(clause));
  const slots = LINES.filter(
    ([slot, named]) => slot in known && removing.some((clause) => named.test(clause)),
  );
  return Object.fromEntries(slots.map(([slot]) => [slot, null]));
}
