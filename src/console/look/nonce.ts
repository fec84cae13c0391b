/** Of this very answer: styles without it do not count (access/console-page.ts). */
export const NONCE = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.nonce ?? '';

/**
 * antd hands its nonce to all styles but two: the one it measures the scroll bar with, and the one that
 * stops the page behind a dialog (@rc-component/util, `updateCSS` called without `csp`).
 */
export function giveStylesTheNonce(): void {
  const create = document.createElement.bind(document) as (
    tag: string,
    options?: ElementCreationOptions,
  ) => HTMLElement;
  document.createElement = ((tag: string, options?: ElementCreationOptions) => {
    const element = create(tag, options);
    if (element instanceof HTMLStyleElement) element.nonce = NONCE;
    return element;
  }) as typeof document.createElement;
}
