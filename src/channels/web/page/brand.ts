import type { Brand } from './page-config.js';

/**
 * Puts the institution's colours into the CSS variables of `styles/tokens.css`. Web Chat reads the
 * same variables later, so bubbles, cards and frame always agree.
 */
export function applyBrand(brand: Brand): void {
  const { accent } = brand;
  if (accent === null) return;
  const style = document.documentElement.style;
  const standard = getComputedStyle(document.documentElement).getPropertyValue('--brand').trim();
  // The house colours have hand-tuned shades; only a foreign accent is mixed.
  if (accent.toLowerCase() === standard.toLowerCase() && brand.soft === null) return;
  style.setProperty('--brand', accent);
  style.setProperty('--me', accent);
  style.setProperty('--brand-soft', brand.soft ?? mixed(accent, 255, 0.9));
  style.setProperty('--brand-line', brand.line ?? mixed(accent, 255, 0.74));
  style.setProperty('--brand-ink', brand.ink ?? mixed(accent, 0, 0.24));
}

/** Mixes `#RRGGBB` towards a grey level (0 black … 255 white); `share` 0…1 is the grey's part. */
function mixed(colour: string, grey: number, share: number): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const hex = channels.map((c) =>
    Math.round(c * (1 - share) + grey * share)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${hex.join('')}`;
}
