import type { PortfolioReview } from '../../terms/portfolio.js';
import type { Paragraph } from './paragraph.js';

type Say = (id: string, values?: Readonly<Record<string, string>>) => Paragraph;

/** 集中度指数: the squares of the parts together, and how many even parts would come to the same. */
export function concentration(say: Say, { positions }: PortfolioReview): Paragraph {
  const index = positions.reduce((sum, { share }) => sum + share * share, 0);
  const [hhi, count] = [index.toFixed(3), (1 / index).toFixed(1)];
  const said = say('own_hhi', { hhi, count });
  return {
    ...said,
    facts: [
      ...said.facts,
      { value: Number(hhi), unit: 'count', label: '集中度指数' },
      { value: Number(count), unit: 'count', label: '相当于平均的只数' },
    ],
  };
}
