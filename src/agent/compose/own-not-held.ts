import type { AccountSide } from '../../terms/command.js';
import type { PortfolioAnswer } from '../../terms/portfolio.js';
import type { Product } from '../../terms/product.js';
import { effectiveRiskLevel } from '../../terms/product.js';
import { percent, signedPercent } from '../../wording/figures.js';
import { ahead } from './difference.js';
import { graded } from './portfolio-lines.js';
import type { Paragraph } from './paragraph.js';

/** 没有持有: a product they ask the gain of is not theirs, so that only what it did by itself can be told. */

type Say = (id: string, values?: Readonly<Record<string, string>>) => Paragraph;

const NAMED = 3;

/** Null: it is theirs, something else is asked of it, or it has no past to show. */
export function gainOfAnothers(
  say: Say,
  about: AccountSide,
  { notHeld, review }: PortfolioAnswer,
  [product]: readonly Product[],
): Paragraph | null {
  const past = product?.performance;
  if (notHeld === null || about !== 'profit' || !product || !past) return null;
  const { positions } = review;
  const shown = positions.slice(0, NAMED).map(({ name, riskLevel }) => graded(name, riskLevel));
  return say('own_not_held_past', {
    name: ahead(notHeld),
    what: graded(product.name, effectiveRiskLevel(product)),
    names: `${shown.join('、')}${positions.length > NAMED ? '等' : ''}`,
    from: past.from,
    to: past.to,
    gain: signedPercent(past.return),
    loss: percent(past.maxDrawdown),
  });
}
