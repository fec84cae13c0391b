import type { Product } from '../../terms/product.js';
import { paysByTheDay } from '../../terms/product.js';
import type { Pace, Reckoning } from '../../terms/settlement.js';
import { holding, workingDays } from '../../wording/figures.js';

/** A product's terms, as they stand in a reply that reckons days. */

/** 「受理后 1 个交易日确认，确认后 3 个工作日内到账」. */
export function paceWords({ deal, type, pace }: Reckoning): string {
  const confirmed = `受理后 ${pace.confirmDays} 个交易日确认`;
  if (deal === 'buy' && paysByTheDay({ type })) return `${confirmed}，从那天开始有收益`;
  if (deal === 'buy' || pace.arrivalDays === null) return confirmed;
  return pace.arrivalFrom === 'acceptance'
    ? arrivalWords(pace)
    : `${confirmed}，${arrivalWords(pace)}`;
}

const arrivalWords = ({ arrivalDays, arrivalFrom }: Reckoning['pace']): string =>
  arrivalDays === null ? '' : `${countedFrom({ arrivalFrom })} ${workingDays(arrivalDays)}内到账`;

/** From which day on the days until money arrives are counted. */
export const countedFrom = ({ arrivalFrom }: Pick<Pace, 'arrivalFrom'>): string =>
  arrivalFrom === 'acceptance' ? '受理后' : '确认后';

/** What follows the rule on the cut-off, each part with its comma in front. */
export function termsWords(reckoning: Reckoning, product: Product | null): string {
  const { deal, type, pace } = reckoning;
  const isSale = deal === 'sell';
  const parts = [
    isSale ? arrivalWords(pace) : '',
    isSale && product && product.lockDays > 0
      ? `前提是这一笔已经持有满 ${holding(product.lockDays)}`
      : '',
    type === 'qdii' ? '境外休市的日子也不受理，可能再往后顺延' : '',
    isSale && paysByTheDay({ type }) ? '快速赎回另算，每天有上限' : '',
  ];
  return parts
    .filter((part) => part !== '')
    .map((part) => `；${part}`)
    .join('');
}
