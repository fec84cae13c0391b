import type { MethodBacktest } from '../advice/allocation/backtest/mix-backtest.js';
import { ASSET_CLASSES } from '../advice/allocation/market/asset-class.js';
import type { Review } from './assumption-review.js';
import type { AddCommand } from './command.js';
import { printJson, printLine } from './command.js';

/** `shuzhi assumptions`: what an operator looks at before approving assumptions and policy. */
export const addAssumptions: AddCommand = (program) => {
  program
    .command('assumptions')
    .description(
      'what the long-run assumptions lead to: the mix of every risk class, its past, and a walk-forward backtest of the method after costs',
    )
    .option('--json', 'print as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const { reviewAssumptions } = await import('./assumption-review.js');
      const review = reviewAssumptions(process.env['INSTITUTION_FILE']);
      if (json) printJson(review);
      else linesOf(review).forEach(printLine);
    });
};

const percent = (ratio: number): string => `${(ratio * 100).toFixed(1)}%`;

const linesOf = ({ assumptions, policy, approved, mixes, backtest }: Review): string[] => [
  `${assumptions}, ${policy}, approved by ${approved}`,
  ...mixes.flatMap(mixLines),
  `walk-forward ${backtest.from} to ${backtest.to}: every year anew from the five years before, after costs`,
  ...backtest.classes.map(
    (one) =>
      `  C${one.riskClass}  ${percent(one.annualReturn)} a year, volatility ${percent(one.volatility)}, ` +
      `fell ${percent(one.maxDrawdown)} at most, turned over ${percent(one.turnover)} a year`,
  ),
  judgementLine(backtest),
];

const mixLines = (mix: Review['mixes'][number]): string[] => [
  `C${mix.riskClass}  ${ASSET_CLASSES.filter((name) => mix.weights[name] > 0)
    .map((name) => `${name} ${Math.round(mix.weights[name] * 100)}%`)
    .join(', ')}`,
  `    assumed ${percent(mix.expectedReturn)} a year (no forecast), volatility ${percent(mix.volatility)}; ` +
    `held by ${mix.binding.map(({ rule }) => rule).join(', ') || 'nothing'}`,
  `    ${mix.past.from} to ${mix.past.to}, before costs (no promise): ` +
    `${percent(mix.past.annualReturn ?? mix.past.totalReturn)} a year, fell ${percent(mix.past.maxDrawdown)} at most`,
];

const judgementLine = ({
  judgement: { best, trials, deflatedSharpe, isFlagged },
}: MethodBacktest) =>
  `best of ${trials} trials: ${best.name}, more than luck with ${percent(deflatedSharpe)}` +
  (isFlagged ? ' (below 95%: may be luck, not to be shown as a result)' : '');
