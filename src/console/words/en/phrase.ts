/** What the service says in fixed words of the house, and its English; parts in brackets go over as they are. */
export type Phrase = readonly [said: RegExp | string, english: string];
