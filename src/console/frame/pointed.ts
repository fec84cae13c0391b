import { useEffect } from 'react';

const POINTED_MS = 2_400;

/** Where an entry of a record stands on the page. */
export const lineId = (seq: number): string => `seq-${seq}`;

/** Brings it into sight, points at it, and says so to whoever reads by ear; false: it is not on the page. */
export function pointAt(id: string): boolean {
  const found = document.getElementById(id);
  if (!found) return false;
  found.scrollIntoView({ block: 'center' });
  found.focus({ preventScroll: true });
  found.classList.add('pointed');
  setTimeout(() => found.classList.remove('pointed'), POINTED_MS);
  return true;
}

/** The entry a record was opened for, once it is on the page; null: none. */
export function usePointed(seq: number | null): void {
  useEffect(() => {
    if (seq !== null) pointAt(lineId(seq));
  }, [seq]);
}
