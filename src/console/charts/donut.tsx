import type { ReactElement } from 'react';
import { useCallback } from 'react';
import { percentOf } from '../words/figures.js';
import { useWords } from '../words/words.js';
import { assetToken } from './asset-colours.js';
import { Chart, colourOf } from './chart.js';

export interface Part {
  readonly assetClass: string;
  readonly label: string;
  readonly weight: number;
}

/** Parts of a whole; what they are stands in words beside it, and in its label. */
export function Donut({
  title,
  parts,
}: {
  readonly title: string;
  readonly parts: readonly Part[];
}): ReactElement {
  const shown = parts.filter(({ weight }) => weight > 0);
  const key = JSON.stringify([title, shown]);
  const option = useCallback(() => {
    const [name, given] = JSON.parse(key) as [string, readonly Part[]];
    return {
      series: [
        {
          type: 'pie',
          radius: ['58%', '92%'],
          silent: true,
          label: { show: false },
          itemStyle: { borderColor: colourOf('surface'), borderWidth: 2 },
          data: given.map(({ label, weight, assetClass }, at) => ({
            name: label,
            value: weight,
            itemStyle: { color: colourOf(assetToken(assetClass)) },
            ...(at === 0 ? { label: middle(name) } : {}),
          })),
        },
      ],
    };
  }, [key]);
  const { joins } = useWords();
  const words = joins.clauses(shown.map(({ label, weight }) => `${label} ${percentOf(weight)}`));
  return <Chart className="donut" option={option} label={joins.pair(title, words)} />;
}

/** The middle is one place, however many parts there are. */
const middle = (words: string) => ({
  show: true,
  position: 'center',
  formatter: words,
  color: colourOf('text'),
  textBorderWidth: 0,
  fontSize: 12,
  fontWeight: 600,
});
