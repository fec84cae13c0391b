import type { Words } from './words.js';

/** Figures as the house writes them: thousands apart, a true minus, percent with what it needs. */

const MINUS = '\u2212';

const signed = (text: string): string => text.replace('-', MINUS);

/** `300,000`; with fen, both figures of it: `163.30`. */
export const yuanOf = (yuan: number): string => {
  const digits = Number.isInteger(yuan) ? 0 : 2;
  const format = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return signed(new Intl.NumberFormat('en-US', format).format(yuan));
};

/** A fact with its unit, no digit of it lost: `4.355%`, `50,000 元`; a day as it stands. */
export function factOf(
  { value, unit }: { readonly value: number | string; readonly unit: keyof Words['units'] },
  units: Words['units'],
): string {
  const exact = new Intl.NumberFormat('en-US', { maximumFractionDigits: 8 });
  return `${typeof value === 'number' ? signed(exact.format(value)) : value}${units[unit]}`;
}

/** `45%`, `6.9%`. */
export const percentOf = (ratio: number, digits = 1): string =>
  signed(
    `${new Intl.NumberFormat('en-US', { maximumFractionDigits: digits }).format(ratio * 100)}%`,
  );

/** A loss, which is told with its sign: `−6.9%`. */
export const lossOf = (ratio: number): string =>
  ratio === 0 ? '0%' : `${MINUS}${percentOf(Math.abs(ratio))}`;

/** `+5`, `−5`: percentage points. */
export const pointsOf = (ratio: number): string => {
  const points = Math.round(ratio * 1_000) / 10;
  return points > 0 ? `+${points}` : signed(String(points));
};

/** With its sign, for gain and loss: `+12,380`. */
export const gainOf = (yuan: number): string => (yuan > 0 ? `+${yuanOf(yuan)}` : yuanOf(yuan));
