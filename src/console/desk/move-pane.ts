/** F6: the keyboard's way from pane to pane. */
const PANES = '.queue, .transcript, .composer textarea, .context';

export function movePane(): void {
  const panes = [...document.querySelectorAll<HTMLElement>(PANES)].filter(
    (pane) => pane.getClientRects().length > 0,
  );
  const at = panes.findIndex((pane) => pane.contains(document.activeElement));
  panes[(at + 1) % panes.length]?.focus();
}
