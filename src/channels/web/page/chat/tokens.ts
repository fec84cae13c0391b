/** Reads a colour of `styles/tokens.css`; the one place where scripts learn a colour. */
export function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/** The family is a list with quotes and commas; Web Chat and cards take it as it is. */
export const fontFamily = (): string => token('font');

/** How the page is being read: decides sizes, not colours. */
export interface Look {
  readonly isLarge: boolean;
  readonly isPhone: boolean;
}
