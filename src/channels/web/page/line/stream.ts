export interface Observer<T> {
  next?: (value: T) => void;
  error?: (cause: unknown) => void;
  complete?: () => void;
}

export interface Subscription {
  unsubscribe: () => void;
}

/** The part of an Observable that Web Chat uses: `subscribe`, hot, for as long as the page lives. */
export class Stream<T> {
  readonly #observers = new Set<Observer<T>>();
  readonly #onSubscribe: (observer: Observer<T>) => void;

  /** `onSubscribe` runs for each new observer: to replay a present value, or to start the source. */
  constructor(onSubscribe: (observer: Observer<T>) => void = () => undefined) {
    this.#onSubscribe = onSubscribe;
  }

  subscribe(observer: Observer<T>): Subscription {
    this.#observers.add(observer);
    this.#onSubscribe(observer);
    return { unsubscribe: () => void this.#observers.delete(observer) };
  }

  next(value: T): void {
    for (const observer of [...this.#observers]) observer.next?.(value);
  }
}
