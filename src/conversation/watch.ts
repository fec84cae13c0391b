/** News about a conversation for whoever is showing it now. Never a record: a missed one costs nothing. */
export type News =
  { readonly kind: 'recorded' } | { readonly kind: 'working'; readonly status: string | null };

export interface Watch {
  tell(conversation: string, news: News): void;
  /** Returns the function that ends the subscription. */
  follow(conversation: string, listener: (news: News) => void): () => void;
  /** Every conversation in which something is recorded. */
  followRecords(listener: (conversation: string) => void): () => void;
}

/** In-process; replicas get theirs through Redis when they come. */
export function createWatch(): Watch {
  const listeners = new Map<string, Set<(news: News) => void>>();
  const overall = new Set<(conversation: string) => void>();
  return {
    tell(conversation, news) {
      for (const listener of listeners.get(conversation) ?? []) listener(news);
      if (news.kind === 'recorded') for (const listener of overall) listener(conversation);
    },
    follow(conversation, listener) {
      const set = listeners.get(conversation) ?? new Set();
      listeners.set(conversation, set.add(listener));
      return () => {
        set.delete(listener);
        if (set.size === 0) listeners.delete(conversation);
      };
    },
    followRecords(listener) {
      overall.add(listener);
      return () => void overall.delete(listener);
    },
  };
}
