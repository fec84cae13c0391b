import type { Drawing } from './look.js';
import { COLOUR, HEAD, head, share, textAt, WIDTH } from './look.js';
import type { PictureOf } from './picture.js';
import { scaleOf } from './scale.js';

const ROW = 50;
const BAR = { top: 26, height: 14 };

type Row = PictureOf<'against_target'>['rows'][number];

/** 现在和目标: a bar for what there is, a light range that is left alone, a line for the target. */
export function againstTargetDrawing({ rows }: PictureOf<'against_target'>): Drawing {
  const { max } = scaleOf(0, Math.max(...rows.flatMap(({ now, high }) => [now, high])), 4);
  return {
    height: HEAD + rows.length * ROW + 2,
    option: {
      graphic: [
        ...head('浅色是合适的范围，竖线是目标'),
        ...rows.flatMap((row, at) => rowOf(row, HEAD + at * ROW, (part) => (part / max) * WIDTH)),
      ],
    },
  };
}

function rowOf(
  { label, now, target, low, high }: Row,
  top: number,
  across: (part: number) => number,
) {
  const side = now > high ? '偏多' : now < low ? '偏少' : '';
  const fill = side === '' ? COLOUR.brand : COLOUR.wait;
  const bar = (from: number, to: number, colour: string, inset = 0) => ({
    type: 'rect' as const,
    silent: true,
    shape: {
      x: across(from),
      y: top + BAR.top + inset,
      width: Math.max(across(to) - across(from), 1),
      height: BAR.height - 2 * inset,
      r: 3,
    },
    style: { fill: colour },
  });
  return [
    textAt(label, { x: 0, y: top + 14 }, { fill: COLOUR.text, weight: 500 }),
    textAt(
      `${side === '' ? '' : `${side}，`}现在 ${share(now)}，目标 ${share(target)}`,
      { x: WIDTH, y: top + 14 },
      { align: 'right', fill: side === '' ? COLOUR.text2 : COLOUR.wait },
    ),
    bar(0, across(1) > WIDTH ? WIDTH / across(1) : 1, '#F3F5F7'),
    bar(low, high, COLOUR.brandLine),
    ...(now > 0 ? [bar(0, now, fill, 3)] : []),
    {
      type: 'rect' as const,
      silent: true,
      shape: { x: across(target) - 1, y: top + BAR.top - 3, width: 2.5, height: BAR.height + 6 },
      style: { fill: COLOUR.text },
    },
  ];
}
