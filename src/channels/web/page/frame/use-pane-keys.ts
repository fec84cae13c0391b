import { useEffect } from 'react';

const PANES = '.masthead, #conversation, .side-panel';

/** F6 goes from region to region, as in every desktop program. */
export function usePaneKeys(): void {
  useEffect(() => {
    const move = (event: KeyboardEvent): void => {
      if (event.key !== 'F6') return;
      event.preventDefault();
      const panes = [...document.querySelectorAll<HTMLElement>(PANES)].filter(
        (pane) => pane.offsetParent !== null || pane.getClientRects().length > 0,
      );
      const now = panes.findIndex((pane) => pane.contains(document.activeElement));
      const step = event.shiftKey ? panes.length - 1 : 1;
      const next = panes[(Math.max(now, 0) + (now < 0 ? 0 : step)) % panes.length];
      // In the talk that is the box to write in, elsewhere whatever comes first.
      const place =
        next?.querySelector<HTMLElement>('[data-id="webchat-sendbox-input"]') ??
        next?.querySelector<HTMLElement>('button, [tabindex="0"]');
      place?.focus();
    };
    window.addEventListener('keydown', move);
    return () => window.removeEventListener('keydown', move);
  }, []);
}
