import type { Picture, PictureOf } from '../../../src/channels/pictures/picture.js';

export const mix: PictureOf<'mix'> = {
  kind: 'mix',
  centre: ['30 万', '元'],
  slices: [
    ['cash', '现金类', 0.13],
    ['treasury', '国债', 0.26],
    ['corporate_bond', '企业债', 0.4],
    ['a_shares', 'A 股', 0.16],
    ['us_equity', '美股（折成人民币）', 0.05],
  ],
};

export const outlook: PictureOf<'outlook'> = {
  kind: 'outlook',
  target: 400_000,
  steps: [
    [0, 300_000, 300_000, 300_000, 300_000, 300_000],
    [12, 288_000, 296_000, 308_000, 320_000, 329_000],
    [60, 294_700, 312_000, 342_300, 376_000, 397_100],
  ],
};

export const riskReturn: PictureOf<'risk_return'> = {
  kind: 'risk_return',
  classes: [
    ['C1', 0, 0.015],
    ['C2', 0.0257, 0.0452],
    ['C3', 0.1488, 0.0554],
    ['C4', 0.2933, 0.0554],
    ['C5', 0.5184, 0.0406],
  ],
  own: ['您的持仓', 0.212, 0.0501],
};

export const againstTarget: PictureOf<'against_target'> = {
  kind: 'against_target',
  rows: [
    { label: '现金类', now: 0.22, target: 0.07, low: 0.02, high: 0.12 },
    { label: '债券类', now: 0.52, target: 0.56, low: 0.51, high: 0.61 },
    { label: '黄金', now: 0, target: 0.07, low: 0.02, high: 0.12 },
  ],
};

export const everyPicture: readonly Picture[] = [mix, outlook, riskReturn, againstTarget];
