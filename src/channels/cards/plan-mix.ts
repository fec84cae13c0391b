import type { Json, JsonObject } from '../../terms/json.js';
import type { Plan, Slice } from '../../terms/plan.js';
import { exactYuan } from '../../wording/figures.js';
import { assetColour, inWan, share } from '../pictures/look.js';
import type { PictureUrl } from '../pictures/picture.js';
import { column, picture, range, small, swatch, textBlock } from './elements.js';
import { RIGHT } from './table.js';

/** 配置: the mix as a ring, and every weight and sum of it in words below. */
export function mixPart({ mix, need }: Plan, pictureUrl: PictureUrl): readonly Json[] {
  const held = mix.filter(({ weight }) => weight > 0);
  const url = pictureUrl({
    kind: 'mix',
    centre: [inWan(need.amount), '元'],
    slices: held.map(({ assetClass, label, weight }) => [assetClass, label, weight]),
  });
  return [picture(url, altText(held)), ...held.map((slice, at) => mixRow(slice, at, need.amount))];
}

const altText = (held: readonly Slice[]): string =>
  `配置环形图，AI 生成：${held.map(({ label, weight }) => `${label} ${share(weight)}`).join('，')}`;

const mixRow = (
  { assetClass, label, weight, low, high }: Slice,
  at: number,
  amount: number,
): JsonObject => ({
  type: 'ColumnSet',
  spacing: at === 0 ? 'Medium' : 'Small',
  columns: [
    column([swatch(assetColour(assetClass, at))], { width: '14px', ...CENTRED }),
    column([textBlock(label), small(`区间 ${range(low, high)}`)], { spacing: 'Small' }),
    column(
      [
        textBlock(share(weight), { weight: 'Bolder', ...RIGHT }),
        small(exactYuan(Math.round(weight * amount)), RIGHT),
      ],
      { width: 'auto' },
    ),
  ],
});

const CENTRED = { verticalContentAlignment: 'Center' } as const;
