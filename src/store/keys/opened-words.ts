import type { DataKey } from './key-ring.js';

/** Characters in all: what a process holds in the open is bounded. */
const MOST_CHARS = 16_000_000;

/**
 * What was opened already: a turn reads its conversation from the first word on, and every turn
 * again. Held with the key it was opened with, and gone when that is.
 */
export class OpenedWords {
  readonly #byKey = new Map<DataKey, Map<string, string>>();
  #chars = 0;

  /** `name`: of the sealed value; a value sealed again has another. */
  find(key: DataKey, name: string): string | undefined {
    return this.#byKey.get(key)?.get(name);
  }

  keep(key: DataKey, name: string, words: string): void {
    const held = this.#byKey.get(key) ?? new Map<string, string>();
    // Whichever was read last goes last.
    this.#byKey.delete(key);
    this.#byKey.set(key, held);
    if (held.has(name)) return;
    held.set(name, words);
    this.#chars += words.length;
    while (this.#chars > MOST_CHARS) {
      const [oldest] = this.#byKey.keys();
      if (!oldest) return;
      this.forget(oldest);
    }
  }

  forget(key: DataKey): void {
    for (const words of this.#byKey.get(key)?.values() ?? []) this.#chars -= words.length;
    this.#byKey.delete(key);
  }
}
