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
  radius: [42, 64],
  center: [MIDDLE.x, MIDDLE.y],
  startAngle: 90,
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
  labelLine: { length: 9, length2: 4, lineStyle: { color: COLOUR.mute } },
  data: slices.map(([asset, label, weight], at) => ({
    name: label,
    value: weight,
    label: { formatter: `${inOneLineIfShort(label)}${share(weight)}` },
    itemStyle: { color: assetColour(asset, at) },
  })),
});

/** 「美股（折成人民币）」: what stands in brackets is said beside the picture. */
function inOneLineIfShort(label: string): string {
  const name = label.replace(/（.*?）/g, '');
  return name.length > 3 ? `${name}\n` : `${name} `;
}
