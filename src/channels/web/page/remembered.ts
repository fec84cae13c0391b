/**
 * What this browser remembers between visits. Storage may be forbidden (private windows, policies):
 * then nothing is remembered and the page works all the same.
 */
const KEYS = {
  conversation: 'shuzhi.conversation',
  largeType: 'shuzhi.large-type',
  largeTypeOffered: 'shuzhi.large-type-offered',
  language: 'shuzhi.language',
  fraudSeen: 'shuzhi.fraud-seen',
} as const;

type Remembered = keyof typeof KEYS;

// A conversation belongs to this tab; how one likes to read belongs to the browser.
const storeOf = (what: Remembered): Storage =>
  what === 'conversation' || what === 'fraudSeen' ? sessionStorage : localStorage;

export function recall(what: Remembered): string | null {
  try {
    return storeOf(what).getItem(KEYS[what]);
  } catch {
    return null;
  }
}

export function remember(what: Remembered, value: string | null): void {
  try {
    if (value === null) storeOf(what).removeItem(KEYS[what]);
    else storeOf(what).setItem(KEYS[what], value);
  } catch {
    // Not remembering is allowed; see above.
  }
}
