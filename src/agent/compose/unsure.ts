import type { ToolResult } from '../../conversation/agent.js';
import type { Suggestion } from '../../terms/statement.js';
import type { Wordings } from '../../wording/prompts.js';
import type { Paragraph } from './paragraph.js';
import { worded } from './paragraph.js';
import { pairsOf, sharedPairs } from './sentences.js';
import { CALL_A_PERSON } from './social.js';

/** 没把握: no answer rests on what was found; what lies near it is offered instead of a guess. */

const REPHRASE: Suggestion = { label: '换个问法', say: '我换个问法' };

/** Evidence this good is about something near; less of it is about something else. */
const NEAR = 0.42;

/** `isAgain`: the reply before it could not help either. */
export function unsureParagraph(
  wordings: Wordings,
  seed: number,
  result: ToolResult | null,
  isAgain: boolean,
  query: string,
): Paragraph {
  if (isAgain) {
    return worded(wordings, 'unsure_again', {}, seed, { suggestions: [CALL_A_PERSON, REPHRASE] });
  }
  const [first, second] = questionsNear(result, query);
  if (first === undefined || second === undefined) {
    return worded(wordings, 'unsure', {}, seed, { suggestions: [CALL_A_PERSON, REPHRASE] });
  }
  return worded(wordings, 'unsure_near', { first, second }, seed, {
    suggestions: [{ label: first, say: first }, { label: second, say: second }, CALL_A_PERSON],
  });
}

/** Pairs that any question may have. */
const IDLE =
  /什么|怎么|时候|多少|可以|能不|不能|我的|你们|有没|没有|是不|不是|哪些|一个|这个|那个|会不|不会|还能|能买|为什/;

/** The handbook's own questions nearest to what was asked; none where nothing is near, or shares no word with it. */
function questionsNear(result: ToolResult | null, query: string): readonly string[] {
  if (!result || (result.support ?? 0) < NEAR) return [];
  const [best] = result.passages;
  if (best?.kind !== 'faq') return [];
  const wanted = new Set([...pairsOf(query)].filter((pair) => !IDLE.test(pair)));
  const titles = result.passages.flatMap(({ kind, title }) => (kind === 'faq' ? [title] : []));
  return [...new Set(titles)].filter((title) => sharedPairs(title, wanted) > 0).slice(0, 2);
}
