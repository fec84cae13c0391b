import type { PieSeriesOption } from 'echarts/charts';
import type { Drawing } from './look.js';
import {
  assetColour,
  COLOUR,
  FONT,
  HEAD,
  head,
  LINE_HEIGHT,
  share,
  TEXT,
  textAt,
  WIDTH,
} from './look.js';
import type { PictureOf } from './picture.js';

const HEIGHT = 212;
const RING = { inner: 40, outer: 61, line: 10 };
const MIDDLE = { x: WIDTH / 2, y: HEAD + (HEIGHT - HEAD) / 2 };

/** 配置环形图: each part is named at its place, so that no colour has to be looked up. */
export function mixDrawing({ centre, slices }: PictureOf<'mix'>): Drawing {
  const [first, second] = centre;
  return {
    height: HEIGHT,
    option: {
      series: [ring(slices)],
      graphic: [
        ...head('各类占多少'),
        textAt(
          first,
          { ...MIDDLE, y: MIDDLE.y - 10 },
          { ...CENTRED, fill: COLOUR.text, weight: 600 },
        ),
        textAt(second, { ...MIDDLE, y: MIDDLE.y + 11 }, { ...CENTRED, fill: COLOUR.text3 }),
      ],
    },
  };
}

const CENTRED = { align: 'center' } as const;

const ring = (slices: PictureOf<'mix'>['slices']): PieSeriesOption => ({
  type: 'pie',
  silent: true,
  radius: [RING.inner, RING.outer],
  center: [MIDDLE.x, MIDDLE.y],
  // A part that is all of it has its label at the side, where there is room.
  startAngle: slices.length > 1 ? 90 : 180,
  padAngle: slices.length > 1 ? 1 : 0,
  itemStyle: {
    borderRadius: 4,
    borderColor: COLOUR.surface,
    borderWidth: slices.length > 1 ? 1 : 0,
  },
  label: {
    color: COLOUR.text,
    fontFamily: FONT,
    fontSize: TEXT,
    lineHeight: LINE_HEIGHT,
    overflow: 'none',
    bleedMargin: 0,
    textBorderWidth: 0,
    textBorderColor: 'transparent',
  },
  labelLine: { length: RING.line - 3, length2: 3, lineStyle: { color: COLOUR.mute } },
  data: slices.map(([asset, label, weight], at) => ({
    name: label,
    value: weight,
    label: { formatter: labelOf(label, weight) },
    itemStyle: { color: assetColour(asset, at) },
  })),
});

/** Between the ring with its line and the edge. */
const BESIDE = WIDTH / 2 - RING.outer - RING.line - 2;

/** In one line where there is room; 「美股（折成人民币）」: what stands in brackets is said beside the picture. */
function labelOf(label: string, weight: number): string {
  const name = label.replace(/（.*?）/g, '');
  const said = share(weight);
  return widthOf(`${name} ${said}`) <= BESIDE ? `${name} ${said}` : `${name}\n${said}`;
}

/** Chinese characters are square, the others about half as wide. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? TEXT : TEXT * 0.56), 0);
