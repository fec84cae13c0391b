import type { Json, JsonObject } from '../../terms/json.js';
import type { Product } from '../../terms/product.js';
import { effectiveRiskLevel } from '../../terms/product.js';
import type { RiskLevel } from '../../terms/risk.js';
import { riskLabel } from '../../terms/risk.js';
import { share, WIDTH } from '../pictures/look.js';

/** Adaptive Card elements that more than one card uses. Every TextBlock wraps. */

export const textBlock = (text: string, more: JsonObject = {}): JsonObject => ({
  type: 'TextBlock',
  text,
  wrap: true,
  ...more,
});

export const small = (text: string, more: JsonObject = {}): JsonObject =>
  textBlock(text, { size: 'Small', isSubtle: true, spacing: 'None', ...more });

export const adaptiveCard = (body: readonly Json[], actions: readonly Json[] = []): JsonObject => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body,
  ...(actions.length > 0 ? { actions } : {}),
});

export const submit = (title: string, data: JsonObject): JsonObject => ({
  type: 'Action.Submit',
  title,
  data,
});

export const column = (items: readonly Json[], more: JsonObject = {}): JsonObject => ({
  type: 'Column',
  width: 'stretch',
  items,
  ...more,
});

/** Colours of the risk grades, light theme (screens.md §2.1 r1…r5, mute). */
const GRADE_COLOURS = ['#6A8BAA', '#3F7CB8', '#B98A1E', '#C96A1B', '#A63A17'];
const MUTE = '#DDE3EA';

/** Five bars, filled up to the grade, as an SVG data URI. */
function riskBars(level: RiskLevel): string {
  const bars = [1, 2, 3, 4, 5].map((bar) => {
    const fill = bar <= level ? GRADE_COLOURS[level - 1] : MUTE;
    return `<rect x="${(bar - 1) * 17}" y="${32 - bar * 6}" width="13" height="${bar * 6}" rx="2" fill="${fill}"/>`;
  });
  return inlineSvg(81, 32, bars.join(''));
}

function inlineSvg(width: number, height: number, shapes: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${shapes}</svg>`;
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}

/** A drawn picture; `altText` says every number of it, and so does the card beside it. */
export const picture = (url: string, altText: string): JsonObject => ({
  type: 'Image',
  url,
  altText,
  width: `${WIDTH}px`,
  horizontalAlignment: 'Center',
  spacing: 'Medium',
});

/** The colour of a row, as it stands in the picture above it. */
export const swatch = (colour: string): JsonObject => ({
  type: 'Image',
  url: inlineSvg(24, 24, `<rect width="24" height="24" rx="7" fill="${colour}"/>`),
  width: '12px',
  // An empty one would be dropped, and the picture left without any.
  altText: '图例',
});

/** The grade as picture and word; products that are not graded say so. */
export function riskGrade(product: Product): JsonObject {
  const level = effectiveRiskLevel(product);
  if (level === null) return textBlock('不评级', { weight: 'Bolder', spacing: 'None' });
  const image = {
    type: 'Image',
    url: riskBars(level),
    width: '40px',
    altText: `风险等级 ${riskLabel(level)}，共五级`,
  };
  return {
    type: 'ColumnSet',
    spacing: 'None',
    columns: [
      column([image], { width: 'auto', verticalContentAlignment: 'Center' }),
      column([textBlock(riskLabel(level), { weight: 'Bolder' })], {
        spacing: 'Small',
        verticalContentAlignment: 'Center',
      }),
    ],
  };
}

/** `51%–61%`, never broken over two lines. */
export const range = (low: number, high: number): string =>
  `${share(low)}\u2060–\u2060${share(high)}`;

export const disclosure = (text: string): JsonObject => ({
  type: 'Container',
  spacing: 'Medium',
  separator: true,
  items: [textBlock(text, { size: 'Small', isSubtle: true, spacing: 'Small' })],
});
