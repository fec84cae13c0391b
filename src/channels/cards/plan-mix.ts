import type { Json, JsonObject } from '../../terms/json.js';
import type { Plan, Slice } from '../../terms/plan.js';
import { exactYuan } from '../../wording/figures.js';
import { assetColour, inWan, share } from '../pictures/look.js';
import type { PictureUrl } from '../pictures/picture.js';
import { column, picture, small, swatch, textBlock } from './elements.js';

/** 配置: the mix as a ring, and every weight and sum of it in words below. */
export function mixPart({ mix, need }: Plan, pictureUrl: PictureUrl): readonly Json[] {
  const held = mix.filter(({ weight }) => weight > 0);
  const url = pictureUrl({
    kind: 'mix',
    centre: [inWan(need.amount), '元'],
    slices: held.map(({ assetClass, label, weight }) => [assetClass, label, weight]),
  });
  const sums = held.map(({ weight }) => exactYuan(Math.round(weight * need.amount)));
  const widest = Math.max(...sums.map((sum) => sum.length));
  return [
    picture(url, altText(held)),
    ...held.map((slice, at) => mixRow(slice, at, sums[at] as string, widest)),
  ];
}

const altText = (held: readonly Slice[]): string =>
  `配置环形图，AI 生成：${held.map(({ label, weight }) => `${label} ${share(weight)}`).join('，')}`;

const RIGHT = { horizontalAlignment: 'Right' } as const;

/** Columns of one width in every row, as each row is a set of its own. */
const mixRow = (
  { assetClass, label, weight, low, high }: Slice,
  at: number,
  sum: string,
  widest: number,
): JsonObject => ({
  type: 'ColumnSet',
  spacing: at === 0 ? 'Medium' : 'Small',
  columns: [
    column([swatch(assetColour(assetClass, at))], { width: '14px', ...CENTRED }),
    column([textBlock(label), small(`区间 ${share(low)}–${share(high)}`)], {
      spacing: 'Small',
    }),
    column([textBlock(share(weight), { weight: 'Bolder', ...RIGHT })], {
      width: '48px',
      spacing: 'Small',
      ...CENTRED,
    }),
    column([textBlock(sum, { isSubtle: true, ...RIGHT })], {
      width: `${widest * 8 + 14}px`,
      spacing: 'Small',
      ...CENTRED,
    }),
  ],
});

const CENTRED = { verticalContentAlignment: 'Center' } as const;
