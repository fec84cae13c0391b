import { useEffect, useRef } from 'react';
import { recall } from '../remembered.js';

/** `g a` is G and then A; `mod+k` is Ctrl or ⌘ with K. */
export type Keys = Readonly<Record<string, () => void>>;

const SEQUENCE_MS = 1_000;

/** Single letters can be turned off (WCAG 2.1.4). */
export const singleKeysOn = (): boolean => recall('singleKeys') !== 'off';

/** A ticked box keeps the focus, but nobody types into it. */
const TICKED = /^(checkbox|radio)$/;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    /^(TEXTAREA|SELECT)$/.test(target.tagName) ||
    (target instanceof HTMLInputElement && !TICKED.test(target.type)));

const isDialogOpen = (): boolean =>
  [...document.querySelectorAll('[role="dialog"]')].some((one) => one.getClientRects().length > 0);

export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    let before = { name: '', at: 0 };
    const pressed = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.repeat || isDialogOpen()) return;
      const name = nameOf(event);
      const isPlain = !name.startsWith('mod+');
      if (isPlain && (isTyping(event.target) || !singleKeysOn() || event.altKey)) return;
      const recent = event.timeStamp - before.at < SEQUENCE_MS ? `${before.name} ${name}` : '';
      const run = latest.current[recent] ?? latest.current[name];
      before = { name, at: event.timeStamp };
      if (!run) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}

const nameOf = ({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): string =>
  (ctrlKey || metaKey ? 'mod+' : '') +
  ((ctrlKey || metaKey) && shiftKey ? 'shift+' : '') +
  key.toLowerCase();
