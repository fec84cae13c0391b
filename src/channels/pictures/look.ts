import type { EChartsCoreOption } from 'echarts/core';

/** How pictures look: light, opaque, one hue family and amber (screens.md §2.1). */

/**
 * Every picture is drawn so wide. At 360 px a card leaves 248 of them: text of this size is then
 * still above 12 px.
 */
export const WIDTH = 304;
export const TEXT = 15;
export const LINE_HEIGHT = 18;
/** Caption at the left, label at the right. */
export const HEAD = 26;

/** A picture as the charts take it; as wide as all. */
export interface Drawing {
  readonly height: number;
  readonly option: EChartsCoreOption;
}

export const COLOUR = {
  surface: '#FFFFFF',
  text: '#182230',
  text2: '#4A5567',
  text3: '#5F6B7C',
  line: '#E4E8ED',
  mute: '#DDE3EA',
  brand: '#1F5FA8',
  brandSoft: '#EAF2FB',
  brandLine: '#C5DCF3',
  wait: '#A15C07',
  ai: '#5B4BC4',
} as const;

/** Names of several words need no quotes, which would end the attribute they stand in. */
export const FONT =
  'Inter, PingFang SC, HarmonyOS Sans SC, Microsoft YaHei, Noto Sans CJK SC, system-ui, sans-serif';

const ASSETS: Readonly<Record<string, string>> = {
  cash: '#A9BCCF',
  bond: '#2F67A8',
  treasury: '#2F67A8',
  corporate_bond: '#6AA6CC',
  fixed_income_plus: '#6AA6CC',
  equity: '#D08A3C',
  a_shares: '#D08A3C',
  us_equity: '#74879C',
  gold: '#C8AE5F',
  deposit: '#7F97AE',
  mixed: '#6AA6CC',
  overseas: '#74879C',
  alternative: '#C8AE5F',
  insurance: '#4C7F9E',
};
const REST = ['#8FB0CE', '#B07A3A', '#4C7F9E'];

/** A class the house has added takes one of the colours left over. */
export const assetColour = (asset: string, at = 0): string =>
  ASSETS[asset] ?? (REST[at % REST.length] as string);

export const font = (weight: 400 | 500 | 600 = 400): string => `${weight} ${TEXT}px ${FONT}`;

/** Text at a place; `align` says which of its sides is there. */
export const textAt = (
  text: string,
  { x, y }: { readonly x: number; readonly y: number },
  {
    fill = COLOUR.text2,
    align = 'left',
    weight = 400,
  }: {
    readonly fill?: string;
    readonly align?: 'left' | 'center' | 'right';
    readonly weight?: 400 | 500 | 600;
  } = {},
) => ({
  type: 'text' as const,
  silent: true,
  x,
  y,
  style: { text, fill, align, verticalAlign: 'middle' as const, font: font(weight) },
});

/** What the picture shows, and that a machine made it. */
export const head = (caption: string) => [
  textAt(caption, { x: 0, y: HEAD / 2 - 2 }, { fill: COLOUR.text3 }),
  textAt(
    'AI 生成',
    { x: WIDTH, y: HEAD / 2 - 2 },
    { fill: COLOUR.ai, align: 'right', weight: 500 },
  ),
];

/** `45%`, `7.5%`: no decimals that are not meant. */
export const share = (ratio: number): string => `${Number((ratio * 100).toFixed(1))}%`;

/** `34.3 万`; below ten thousand in full. */
export const inWan = (yuan: number): string =>
  Math.abs(yuan) >= 10_000
    ? `${Number((yuan / 10_000).toFixed(1)).toLocaleString('en-US')} 万`
    : Math.round(yuan).toLocaleString('en-US');
