import type { TurnContext } from '../../conversation/agent.js';
import { isOurs } from '../../conversation/agent.js';
import type { Wordings } from '../../wording/prompts.js';

/**
 * Which variant of a wording to speak: the fullest first, then one not used lately. Nobody in fear, or
 * angry, is told the same words again.
 */
export function unsaid(
  wordings: Wordings,
  { history }: TurnContext,
  id: string,
  values: Readonly<Record<string, string>> = {},
): number {
  const wording = wordings.get(id);
  const said = history.filter(isOurs).map(({ text }) => text);
  const variants = Array.from({ length: wording.variants }, (_, at) => at);
  const lastSaid = (variant: number) =>
    said.findLastIndex((text) => text.includes(wording.render(values, variant)));
  return variants.reduce((best, one) => (lastSaid(one) < lastSaid(best) ? one : best), 0);
}
