const SETTLING_MS = 1_200;
/** What arrives this soon after the first message is the greeting or restored history. */
const OPENING_MS = 2_000;
const AT_END_PX = 8;
const AIR_PX = 24;
const SCROLL_KEYS = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End']);

/**
 * Keeps the eye at the right place: a customer's own message is followed to the end, a reply is shown
 * from its first line, a short one whole. Web Chat's own following (react-scroll-to-bottom) can stay
 * stuck after a row of suggestions has come or gone during its animation; this comes after it and
 * settles the matter. Whoever scrolls away is left alone until they speak again.
 */
export class Follower {
  /** The first of the present burst of replies, by its activity's id; null: follow to the end. */
  #first: string | null = null;
  #opened: number | null = null;
  #hasSpoken = false;
  #until = 0;
  #isRunning = false;
  #isLetGo = false;
  readonly #onUnread: (isUnread: boolean) => void;

  /** `onUnread`: something was said below what a reader who scrolled away can see, or no longer so. */
  constructor(onUnread: (isUnread: boolean) => void) {
    this.#onUnread = onUnread;
  }

  /** The customer speaks now; from here on what comes is a reply, not the restored history. */
  spoke(): void {
    this.#hasSpoken = true;
  }

  heard(id: string, isOwn: boolean): void {
    const now = performance.now();
    this.#opened ??= now;
    if (isOwn || this.#isAtEnd()) this.#isLetGo = false;
    const isOpening = !this.#hasSpoken && now - this.#opened < OPENING_MS;
    if (isOwn || isOpening) this.#first = null;
    else if (!this.#isRunning || this.#first === null) this.#first = id;
    this.#onUnread(this.#isLetGo);
    this.#until = now + SETTLING_MS;
    if (this.#isRunning) return;
    this.#isRunning = true;
    requestAnimationFrame(this.#settle);
  }

  /** Takes a reader who had scrolled away back to the latest words. */
  readonly catchUp = (): void => {
    this.#isLetGo = false;
    this.#first = null;
    this.#onUnread(false);
    scroller()?.scrollTo({ top: scroller()?.scrollHeight ?? 0 });
  };

  /** Watches for a reader who scrolls by hand; returns how to stop watching. */
  watch(): () => void {
    const letGo = (event: Event): void => {
      const transcript = scroller();
      if (transcript === null || !transcript.contains(event.target as Node)) return;
      if (event instanceof KeyboardEvent && !SCROLL_KEYS.has(event.key)) return;
      this.#isLetGo = true;
    };
    const caughtUp = (): void => {
      if (this.#isLetGo && this.#isAtEnd()) this.catchUp();
    };
    const kinds = ['wheel', 'touchmove', 'keydown'] as const;
    for (const kind of kinds) window.addEventListener(kind, letGo, { passive: true });
    window.addEventListener('scroll', caughtUp, { capture: true, passive: true });
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, letGo);
      window.removeEventListener('scroll', caughtUp, { capture: true });
    };
  }

  /** Cards draw themselves late and suggestions take room: the place is found anew in every frame. */
  readonly #settle = (now: number): void => {
    const transcript = scroller();
    if (transcript !== null && !this.#isLetGo) {
      const top = this.#first === null ? Infinity : topOf(this.#first, transcript);
      const end = transcript.scrollHeight - transcript.clientHeight;
      if (top !== null) transcript.scrollTop = Math.min(end, top - AIR_PX);
    }
    if (now < this.#until) requestAnimationFrame(this.#settle);
    else this.#isRunning = false;
  };

  #isAtEnd(): boolean {
    const transcript = scroller();
    if (transcript === null) return true;
    return transcript.scrollHeight - transcript.clientHeight - transcript.scrollTop < AT_END_PX;
  }
}

const scroller = (): HTMLElement | null =>
  document.querySelector<HTMLElement>('.webchat__basic-transcript__scrollable');

/** Where a message begins in the transcript, in pixels; null: it is not drawn yet. */
function topOf(id: string, transcript: HTMLElement): number | null {
  const start = transcript.querySelector(`[data-activity="${CSS.escape(id)}"]`);
  if (start === null) return null;
  const above = start.getBoundingClientRect().top - transcript.getBoundingClientRect().top;
  return transcript.scrollTop + above;
}
