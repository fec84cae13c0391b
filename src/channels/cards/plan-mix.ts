import type { Json, JsonObject } from '../../terms/json.js';
import type { Plan, Slice } from '../../terms/plan.js';
import { exactYuan } from '../../wording/figures.js';
import { assetColour, inWan, share } from '../pictures/look.js';
import type { PictureUrl } from '../pictures/picture.js';
import { column, picture, range, small, swatch, textBlock } from './elements.js';
import { RIGHT } from './table.js';

/** 配置: what the products hold as a ring, and every weight and sum of it in words below. */
export function mixPart({ mix, need }: Plan, pictureUrl: PictureUrl): readonly Json[] {
  const held = mix.filter(({ weight }) => weight > 0);
  const url = pictureUrl({
    kind: 'mix',
    centre: [inWan(need.amount), '元'],
    slices: held.map(({ assetClass, label, weight }) => [assetClass, label, weight]),
  });
  return [
    picture(url, altText(held)),
    ...held.map((slice, at) => mixRow(slice, at, need.amount)),
    ...lookedThrough(mix),
  ];
}

/** Whence the parts are, and what was aimed at and is in none of the products. */
function lookedThrough(mix: readonly Slice[]): readonly Json[] {
  if (mix.every(({ target }) => target === undefined)) return [];
  const without = mix.filter(({ weight, target = 0 }) => weight === 0 && target > 0);
  const named = without.map(({ label, target = 0 }) => `${label} ${share(target)}`).join('、');
  const left = named && `参考配置里还有${named}，这次的产品里没有。`;
  return [
    small(
      `按产品里的资产折算：理财和基金里的债券、股票也拆开算在内，所以和单只产品的比例不一样；没有安排的钱算作现金。${left}`,
      { spacing: 'Medium' },
    ),
  ];
}

const altText = (held: readonly Slice[]): string =>
  `配置环形图，AI 生成：${held.map(({ label, weight }) => `${label} ${share(weight)}`).join('，')}`;

const mixRow = (
  { assetClass, label, weight, target, low, high }: Slice,
  at: number,
  amount: number,
): JsonObject => ({
  type: 'ColumnSet',
  spacing: at === 0 ? 'Medium' : 'Small',
  columns: [
    column([swatch(assetColour(assetClass, at))], { width: '14px', ...CENTRED }),
    column([textBlock(label), ...aimedAt(target, low, high)], { spacing: 'Small' }),
    column(
      [
        textBlock(share(weight), { weight: 'Bolder', ...RIGHT }),
        small(exactYuan(Math.round(weight * amount)), RIGHT),
      ],
      { width: 'auto' },
    ),
  ],
});

/** Ends that read the same are no range. */
function aimedAt(target: number | undefined, low: number, high: number): readonly Json[] {
  const band = share(low) === share(high) ? null : `区间 ${range(low, high)}`;
  const aim = target === undefined ? null : `参考 ${share(target)}`;
  const told = [aim, band].filter((one) => one !== null).join('，');
  return told === '' ? [] : [small(told)];
}

const CENTRED = { verticalContentAlignment: 'Center' } as const;
