import type { ReactElement } from 'react';
import { momentOf } from '../words/dates.js';
import { useWords } from '../words/words.js';
import type { Moment } from './shapes.js';

/** Why the customer may not be contacted now, and from when they may. */
export function HeldWords({
  held: { by, until },
}: {
  readonly held: NonNullable<Moment['held']>;
}): ReactElement {
  const { today: said, joins } = useWords();
  const why = said.barrier(by);
  return <>{until === null ? why : joins.clauses([why, said.until(momentOf(until))])}</>;
}
