import { fontFamily, token } from './tokens.js';

const SIZES = {
  normal: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
  large: { small: 15, default: 18, medium: 20, large: 22, extraLarge: 28 },
} as const;
const LINES = {
  normal: { small: 18, default: 21, medium: 24, large: 26, extraLarge: 32 },
  large: { small: 23, default: 28, medium: 29, large: 32, extraLarge: 38 },
} as const;

/** Adaptive Cards host configuration: the page's type and colours inside cards. */
export function cardHostConfig(isLarge: boolean): Readonly<Record<string, unknown>> {
  const size = isLarge ? 'large' : 'normal';
  return {
    fontFamily: fontFamily(),
    fontSizes: SIZES[size],
    lineHeights: LINES[size],
    fontWeights: { lighter: 400, default: 400, bolder: 600 },
    spacing: { small: 6, default: 8, medium: 12, large: 20, extraLarge: 28, padding: 14 },
    separator: { lineThickness: 1, lineColor: token('line2') },
    supportsInteractivity: true,
    containerStyles: {
      default: containerStyle('surface', 'text'),
      emphasis: containerStyle('card-emphasis', 'text'),
      warning: containerStyle('wait-soft', 'wait-ink'),
      attention: containerStyle('stop-soft', 'stop-ink'),
      good: containerStyle('ok-soft', 'ok-ink'),
      accent: containerStyle('brand-soft', 'brand-ink'),
    },
    actions: {
      maxActions: 4,
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
      showCard: { actionMode: 'inline', inlineTopMargin: 8 },
    },
    factSet: {
      title: { isSubtle: true, weight: 'default', maxWidth: isLarge ? 120 : 92 },
      value: { wrap: true },
      spacing: 12,
    },
    // The space holds the star to the question: alone on a line it looks like a misprint.
    inputs: { label: { requiredInputs: { weight: 'bolder', suffix: '\u00a0*' } } },
    textBlock: { headingLevel: 3 },
    adaptiveCard: { allowCustomStyle: false },
  };
}

function containerStyle(background: string, text: string): object {
  const colour = (name: string): object => ({ default: token(name), subtle: token('text3') });
  return {
    backgroundColor: token(background),
    foregroundColors: {
      default: { default: token(text), subtle: token(text === 'text' ? 'text3' : text) },
      dark: colour('text'),
      light: colour('surface'),
      accent: colour('brand-ink'),
      warning: colour('wait-ink'),
      attention: colour('stop'),
      good: colour('ok'),
    },
  };
}
