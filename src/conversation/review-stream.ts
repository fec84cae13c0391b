/** What reviewers said of a conversation: it may quote it, so it is kept as long and no longer. */
export const reviewStream = (conversation: string): string => `review:${conversation}`;
