/** Ids of activities order like the record they stand in (directline.md §5.3). */
export const activityId = (conversation: string, seq: number): string =>
  `${conversation}|${String(seq).padStart(7, '0')}`;
