/**
 * What this browser remembers of how its reader likes the consoles. Storage may be forbidden: then
 * nothing is remembered and all works the same.
 */
const KEYS = {
  language: 'shuzhi.console.language',
  theme: 'shuzhi.console.theme',
  singleKeys: 'shuzhi.console.single-keys',
  queueWidth: 'shuzhi.console.queue-width',
  contextWidth: 'shuzhi.console.context-width',
  sound: 'shuzhi.console.sound',
} as const;

export type Remembered = keyof typeof KEYS;

export function recall(what: Remembered): string | null {
  try {
    return localStorage.getItem(KEYS[what]);
  } catch {
    return null;
  }
}

export function remember(what: Remembered, value: string): void {
  try {
    localStorage.setItem(KEYS[what], value);
  } catch {
    // Not remembering is allowed; see above.
  }
}
