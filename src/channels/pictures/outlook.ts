import type { LineSeriesOption } from 'echarts/charts';
import type { Drawing } from './look.js';
import { COLOUR, FONT, HEAD, head, inWan, LINE_HEIGHT, TEXT, textAt, WIDTH } from './look.js';
import type { PictureOf } from './picture.js';
import type { Scale } from './scale.js';
import { placeIn, scaleOf, spread } from './scale.js';

const HEIGHT = 226;
/** Room for the figures at the left, the words at the right, and the years below. */
const PLOT = { left: 48, right: WIDTH - 92, top: HEAD + 10, bottom: HEIGHT - 26 };
const TEN_THOUSAND = 10_000;

type Steps = PictureOf<'outlook'>['steps'];

/** 目标测算图: nine courses of ten lie in the light band, seven in the darker; the goal is a dashed line. */
export function outlookDrawing({ target, steps }: PictureOf<'outlook'>): Drawing {
  const last = steps.at(-1) as Steps[number];
  const worth = steps.flatMap(([, ...values]) => values);
  const money = scaleOf(Math.min(...worth, target), Math.max(...worth, target), 4);
  const span = last[0];
  return {
    height: HEIGHT,
    option: {
      grid: {
        left: PLOT.left,
        right: WIDTH - PLOT.right,
        top: PLOT.top,
        bottom: HEIGHT - PLOT.bottom,
      },
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
      graphic: [...head('模拟的金额（不是预测）'), ...ends(last, target, money)],
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
    formatter: (month: number) => spanOf(month, months),
  },
  axisLine: { lineStyle: { color: COLOUR.mute } },
  axisTick: { show: false },
  splitLine: { show: false },
});

const YEAR = 12;
const YEARS_APART = [1, 2, 5, 10];
const MOST_TIMES = 5;

/** Today, the end, and whole years between them, or months where it is less than two years. */
function timesOf(months: number): readonly number[] {
  const unit = months >= 2 * YEAR ? YEAR : 1;
  const apart = unit * (YEARS_APART.find((one) => months / unit / one <= MOST_TIMES) ?? 10);
  const between = Array.from({ length: Math.ceil(months / apart) }, (_, at) => at * apart);
  return [...between.filter((month) => months - month > apart / 2), months];
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
  axisLabel: {
    ...LABEL,
    formatter: (yuan: number) => (money.max >= TEN_THOUSAND && yuan === 0 ? '0' : inWan(yuan)),
  },
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

/** What the courses come to, and the goal, at the height where they end. */
function ends(last: Steps[number], target: number, money: Scale) {
  const [, low, , middle, , high] = last;
  const said = [
    { word: '有利', value: high, fill: COLOUR.text3 },
    { word: '居中', value: middle, fill: COLOUR.brand },
    { word: '不利', value: low, fill: COLOUR.text3 },
    { word: '目标', value: target, fill: COLOUR.wait },
  ];
  const heights = said.map(
    ({ value }) => PLOT.bottom - placeIn(money, value) * (PLOT.bottom - PLOT.top),
  );
  const places = spread(heights, LINE_HEIGHT, PLOT.top, PLOT.bottom);
  return said.map(({ word, value, fill }, at) =>
    textAt(
      `${word} ${inWan(value)}`,
      { x: PLOT.right + 6, y: places[at] as number },
      { fill, weight: word === '居中' ? 600 : 400 },
    ),
  );
}
