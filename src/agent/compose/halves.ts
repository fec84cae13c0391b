import type { Product } from '../../terms/product.js';
import { shortName } from '../../terms/product.js';
import { holding, workingDays, yuan } from '../../wording/figures.js';
import { inHalves } from '../understand/our-kinds.js';
import { sumSaidLast } from '../understand/whole-cost.js';
import type { Reckoned } from './reckoning.js';
import { amountIn } from './reckoning.js';

/** 一边一半: whether half of the sum is enough for each of two, and when each half can be had back. */

/** Null: no sum is to be halved. */
export function halves(
  products: readonly Product[],
  words: string,
  before: readonly string[],
): Reckoned | null {
  if (products.length !== 2 || !inHalves(words)) return null;
  const sum = amountIn(words) ?? sumSaidLast(before);
  const half = sum === null ? null : sum / 2;
  const lead = half === null ? '一边一半：' : `${yuan(sum ?? 0)}一边一半，每边 ${yuan(half)}：`;
  const each = products.map((product) => {
    const enough = half === null ? '' : half >= product.minAmount ? '，够了' : '，还不够';
    return `${shortName(product)} ${yuan(product.minAmount)}起${enough}；${wayOut(product)}`;
  });
  return {
    text: `${lead}\n\n${each.map((line) => `- ${line}`).join('\n')}\n\n怎么分由您定，先把眼下要用的那部分放在取得出来的地方。`,
    facts:
      half === null
        ? []
        : [
            { value: sum ?? 0, unit: 'yuan', label: '您说的金额' },
            { value: half, unit: 'yuan', label: '一半' },
          ],
  };
}

/** When it can be had back, in a few words. */
function wayOut({ regime, lockDays, termYears, settlementDays }: Product): string {
  if (regime === 'DEPOSIT') return `期限 ${termYears} 年，能提前取，取出的部分按活期算利息`;
  if (regime === 'GOV_BOND') return `期限 ${termYears} 年，能提前兑取，利息会少`;
  if (lockDays > 0) return `要放满 ${holding(lockDays)}，之前取不出来`;
  return settlementDays === null ? '以合同为准' : `随时能赎回，${workingDays(settlementDays)}到账`;
}
