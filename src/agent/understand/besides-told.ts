import type { TurnContext } from '../../conversation/agent.js';
import { pairsOf, sharedPairs } from '../compose/sentences.js';
import type { Router } from './router.js';

/** 说过的不算答: an entry that was just told is behind another that speaks of what is asked now. */

/** So little behind the best, on a scale where the best lexical score is 1, another entry may be meant. */
const CLOSE = 0.2;
/** So much more of the new words the other must have, unless the told one says nothing of them. */
const MORE = 0.05;

/** What to look up: the query, or the question of an entry that was not told in the reply before. */
export function besidesTold(
  router: Router,
  { state, history, today }: TurnContext,
  query: string,
  text: string,
): string {
  const told = state.entries.filter(({ ago }) => ago === 0).map(({ document }) => document);
  const isAskedAgain = history.some((one) => one.role === 'customer' && one.text === text);
  if (told.length === 0 || isAskedAgain) return query;
  const [best, ...others] = router.nearby(query, today);
  if (best === undefined || !told.includes(best.document)) return query;
  const isSilent = sharedPairs(best.text, pairsOf(text)) === 0;
  const covered = (document: string) => router.covers(document, text);
  const other = others.find(
    ({ document, behind }) =>
      behind < CLOSE &&
      !told.includes(document) &&
      (isSilent || covered(document) >= covered(best.document) + MORE),
  );
  return other?.title ?? query;
}
