import type { ScatterSeriesOption } from 'echarts/charts';
import type { Drawing } from './look.js';
import { COLOUR, FONT, HEAD, head, share, TEXT, textAt, WIDTH } from './look.js';
import type { PictureOf } from './picture.js';
import type { Scale } from './scale.js';
import { placeIn, scaleOf } from './scale.js';

const HEIGHT = 236;
const PLOT = { left: 40, right: WIDTH - 22, top: HEAD + 22, bottom: HEIGHT - 48 };

/** Nearer to an axis than that, a label would stand on its line or its figures. */
const CLEAR = 30;
const ASIDE = 18;

type Point = PictureOf<'risk_return'>['own'];

/** 风险与收益: further right fell further, further up gave more; the past of both, of one window. */
export function riskReturnDrawing({ classes, own }: PictureOf<'risk_return'>): Drawing {
  const all = [...classes, own];
  const falls = scaleOf(0, Math.max(0.05, ...all.map(([, fall]) => fall)), 3);
  const gains = scaleOf(
    Math.min(0, ...all.map(([, , gain]) => gain)),
    Math.max(0.02, ...all.map(([, , gain]) => gain)),
    3,
  );
  return {
    height: HEIGHT,
    option: {
      grid: {
        left: PLOT.left,
        right: WIDTH - PLOT.right,
        top: PLOT.top,
        bottom: HEIGHT - PLOT.bottom,
      },
      xAxis: axis(falls),
      yAxis: axis(gains),
      series: [
        points(classes, { color: COLOUR.brandLine, borderColor: COLOUR.brand }, 12),
        points([own], { color: COLOUR.wait, borderColor: COLOUR.surface }, 18, 'diamond'),
      ],
      graphic: [
        ...head('↑ 过往每年收益'),
        textAt(`◆ ${own[0]}`, { x: 122, y: HEAD / 2 - 2 }, { fill: COLOUR.wait, weight: 600 }),
        textAt(
          '最多跌过多少 →',
          { x: PLOT.right, y: HEIGHT - 9 },
          { fill: COLOUR.text3, align: 'right' },
        ),
        ...classes.map(([label, ...past]) => {
          const { x, y } = placeOf(past, falls, gains);
          const { x: ownX, y: ownY } = placeOf([own[1], own[2]], falls, gains);
          const isBelowTaken = Math.abs(ownX - x) < 20 && ownY - y > 2 && ownY - y < 36;
          const isAbove = isBelowTaken || PLOT.bottom - y < CLEAR;
          const at = { x: x - PLOT.left < CLEAR ? x + ASIDE : x, y: y + (isAbove ? -18 : 18) };
          return textAt(label, at, { align: 'center' });
        }),
      ],
    },
  };
}

const axis = (scale: Scale) => ({
  type: 'value' as const,
  ...scale,
  axisLabel: { color: COLOUR.text3, fontFamily: FONT, fontSize: TEXT, formatter: share },
  axisLine: { show: true, lineStyle: { color: COLOUR.mute } },
  axisTick: { show: false },
  splitLine: { lineStyle: { color: COLOUR.line } },
});

const points = (
  data: readonly Point[],
  itemStyle: NonNullable<ScatterSeriesOption['itemStyle']>,
  symbolSize: number,
  symbol = 'circle',
): ScatterSeriesOption => ({
  type: 'scatter',
  silent: true,
  symbol,
  symbolSize,
  itemStyle: { borderWidth: 1.5, ...itemStyle },
  data: data.map(([, fall, gain]) => [fall, gain]),
});

const placeOf = (
  [fall, gain]: readonly [number, number],
  falls: Scale,
  gains: Scale,
): { readonly x: number; readonly y: number } => ({
  x: PLOT.left + placeIn(falls, fall) * (PLOT.right - PLOT.left),
  y: PLOT.bottom - placeIn(gains, gain) * (PLOT.bottom - PLOT.top),
});
