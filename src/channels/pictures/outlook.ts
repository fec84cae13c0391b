import type { LineSeriesOption } from 'echarts/charts';
import type { Drawing } from './look.js';
import {
  COLOUR,
  FONT,
  HEAD,
  head,
  inWan,
  LINE_HEIGHT,
  TEXT,
  textAt,
  WIDTH,
  widthOf,
} from './look.js';
import type { PictureOf } from './picture.js';
import type { Scale } from './scale.js';
import { placeIn, scaleOf, spread, ticksOf } from './scale.js';

const HEIGHT = 226;
const TOP = HEAD + 10;
const BOTTOM = HEIGHT - 26;
const GAP = 6;

type Steps = PictureOf<'outlook'>['steps'];

/** 目标测算图: nine courses of ten lie in the light band, seven in the darker; the goal is a dashed line. */
export function outlookDrawing({ target, steps }: PictureOf<'outlook'>): Drawing {
  const last = steps.at(-1) as Steps[number];
  const worth = steps.flatMap(([, ...values]) => values);
  const money = scaleOf(Math.min(...worth, target), Math.max(...worth, target), 4);
  const span = last[0];
  const said = endsOf(last, target);
  // Room for the figures at the left and the words at the right, however large the sums are.
  const left = Math.max(...ticksOf(money).map((yuan) => widthOf(inWan(yuan)))) + GAP;
  const right = Math.max(...said.map(({ text }) => widthOf(text))) + GAP;
  return {
    height: HEIGHT,
    option: {
      grid: { left, right, top: TOP, bottom: HEIGHT - BOTTOM },
      xAxis: timeAxis(span),
      yAxis: moneyAxis(money),
      series: [
        ...band(steps, 1, 5, 'outer', COLOUR.brandSoft),
        ...band(steps, 2, 4, 'inner', COLOUR.brandLine),
        line(
          steps.map(([month, , , middle]) => [month, middle]),
          { color: COLOUR.brand, width: 2.5 },
        ),
        line(
          [
            [0, target],
            [span, target],
          ],
          { color: COLOUR.wait, width: 1.5, type: 'dashed' },
        ),
      ],
      graphic: [...head('模拟的金额（不是预测）'), ...endLabels(said, money, WIDTH - right + GAP)],
    },
  };
}

const LABEL = { color: COLOUR.text3, fontFamily: FONT, fontSize: TEXT };

const timeAxis = (months: number) => ({
  type: 'value' as const,
  min: 0,
  max: months,
  axisLabel: {
    ...LABEL,
    customValues: [...timesOf(months)],
    // Centred on the corner it would stand below the lowest sum, and run into it.
    alignMinLabel: 'left' as const,
    formatter: (month: number) => spanOf(month, months),
  },
  axisLine: { lineStyle: { color: COLOUR.mute } },
  axisTick: { show: false },
  splitLine: { show: false },
});

const YEAR = 12;
const YEARS_APART = [1, 2, 5, 10];
const MOST_TIMES = 5;
/** Part of the axis that the word for today takes, with room after it. */
const CLOSE_TO_TODAY = 0.2;

/** Today, the end, and whole years between them, or months where it is less than two years. */
function timesOf(months: number): readonly number[] {
  const unit = months >= 2 * YEAR ? YEAR : 1;
  const apart = unit * (YEARS_APART.find((one) => months / unit / one <= MOST_TIMES) ?? 10);
  const between = Array.from({ length: Math.ceil(months / apart) }, (_, at) => at * apart);
  // 「今天」 stands to the right of the corner: what comes too soon after it would run into it.
  const isFree = (month: number): boolean => month === 0 || month / months > CLOSE_TO_TODAY;
  return [...between.filter((month) => months - month > apart / 2 && isFree(month)), months];
}

/** 「今天 1 2 3 4 5 年」. */
function spanOf(month: number, months: number): string {
  if (month === 0) return '今天';
  const [count, word] = months >= 2 * YEAR ? [month / YEAR, '年'] : [month, '个月'];
  const said = String(Number(count.toFixed(1)));
  return month === months ? `${said} ${word}` : said;
}

const moneyAxis = (money: Scale) => ({
  type: 'value' as const,
  ...money,
  axisLine: { show: false },
  axisTick: { show: false },
  axisLabel: { ...LABEL, margin: GAP, formatter: inWan },
  splitLine: { lineStyle: { color: COLOUR.line } },
});

const line = (
  data: (readonly [number, number])[],
  lineStyle: NonNullable<LineSeriesOption['lineStyle']>,
): LineSeriesOption => ({
  type: 'line',
  silent: true,
  showSymbol: false,
  data: data.map(([month, value]) => [month, value]),
  lineStyle,
  z: 3,
});

/** The space between two courses: the lower one unseen, and what lies above it, filled. */
function band(
  steps: Steps,
  low: 1 | 2,
  high: 4 | 5,
  stack: string,
  color: string,
): LineSeriesOption[] {
  const part = (data: (readonly [number, number])[], opacity: number): LineSeriesOption => ({
    type: 'line',
    silent: true,
    stack,
    stackStrategy: 'all',
    showSymbol: false,
    data: data.map(([month, value]) => [month, value]),
    lineStyle: { opacity: 0 },
    areaStyle: { color, opacity },
  });
  return [
    part(
      steps.map((step) => [step[0], step[low]]),
      0,
    ),
    part(
      steps.map((step) => [step[0], step[high] - step[low]]),
      1,
    ),
  ];
}

interface End {
  readonly text: string;
  readonly value: number;
  readonly fill: string;
  readonly weight: 400 | 600;
}

/** What the courses come to, and the goal. */
const endsOf = ([, low, , middle, , high]: Steps[number], target: number): readonly End[] => [
  { text: `有利 ${inWan(high)}`, value: high, fill: COLOUR.text3, weight: 400 },
  { text: `居中 ${inWan(middle)}`, value: middle, fill: COLOUR.brand, weight: 600 },
  { text: `不利 ${inWan(low)}`, value: low, fill: COLOUR.text3, weight: 400 },
  { text: `目标 ${inWan(target)}`, value: target, fill: COLOUR.wait, weight: 400 },
];

/** At the height where each ends, moved apart where they are close. */
function endLabels(ends: readonly End[], money: Scale, x: number) {
  const heights = ends.map(({ value }) => BOTTOM - placeIn(money, value) * (BOTTOM - TOP));
  const places = spread(heights, LINE_HEIGHT, TOP, BOTTOM);
  return ends.map(({ text, fill, weight }, at) =>
    textAt(text, { x, y: places[at] as number }, { fill, weight }),
  );
}
