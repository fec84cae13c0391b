import type { Json, JsonObject } from '../../terms/json.js';
import type { AgainstTarget } from '../../terms/portfolio.js';
import { share } from '../pictures/look.js';
import type { PictureUrl } from '../pictures/picture.js';
import { adaptiveCard, disclosure, picture, range, small, submit, textBlock } from './elements.js';
import { RIGHT, table } from './table.js';

/** 持仓对照卡: what is held by class beside the mix of the risk class; what to do about it is for an advisor. */
export const againstTargetCard = (
  classes: readonly AgainstTarget[],
  pictureUrl: PictureUrl,
): JsonObject =>
  adaptiveCard(
    [
      textBlock('持仓和您的等级对照', { weight: 'Bolder', size: 'Medium' }),
      small('按产品主要投向归类；保险、REITs 这类不计入。'),
      picture(pictureUrl({ kind: 'against_target', rows: classes.map(rounded) }), altText(classes)),
      table(
        [
          ['类别', '现在', '目标'].map((label, at) => small(label, at > 0 ? RIGHT : {})),
          ...classes.map(rowOf),
        ],
        [5, 4, 5],
      ),
      disclosure('目标是您这个风险等级的长期比例，差出范围才值得动。这是对照，不是买卖建议。'),
    ],
    [submit('请顾问来', { intent: 'request_human', reason: 'asked' })],
  );

const rounded = ({ label, now, target, low, high }: AgainstTarget): AgainstTarget => ({
  label,
  now: tenths(now),
  target: tenths(target),
  low: tenths(low),
  high: tenths(high),
});

const tenths = (ratio: number): number => Math.round(ratio * 1_000) / 1_000;

const sideOf = ({ now, low, high }: AgainstTarget): string =>
  now > high ? '偏多' : now < low ? '偏少' : '在范围内';

const altText = (classes: readonly AgainstTarget[]): string =>
  `持仓对照图，AI 生成：${classes
    .map(
      (one) =>
        `${one.label}现在 ${share(one.now)}，目标 ${share(one.target)}，范围 ${share(one.low)} 至 ${share(one.high)}，${sideOf(one)}`,
    )
    .join('；')}`;

const rowOf = (one: AgainstTarget): readonly (Json | readonly Json[])[] => [
  [textBlock(one.label), small(sideOf(one))],
  textBlock(share(one.now), { weight: 'Bolder', ...RIGHT }),
  [textBlock(share(one.target), RIGHT), small(range(one.low, one.high), RIGHT)],
];
