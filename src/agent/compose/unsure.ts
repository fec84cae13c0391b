import type { ToolResult } from '../../conversation/agent.js';
import type { Suggestion } from '../../terms/statement.js';
import type { Wordings } from '../../wording/prompts.js';
import type { Paragraph } from './paragraph.js';
import { worded } from './paragraph.js';
import { CALL_A_PERSON } from './social.js';
import { sharesMatter } from './shared-matter.js';

/** 没把握: no answer rests on what was found; what lies near it is offered instead of a guess. */

const REPHRASE: Suggestion = { label: '换个问法', say: '我换个问法' };

/** Evidence this good is about something near; less of it is about something else. */
const NEAR = 0.42;

/** `isAgain`: the reply before it could not help either. */
export function unsureParagraph(
  wordings: Wordings,
  seed: number,
  { query, result }: { readonly query: string; readonly result: ToolResult | null },
  isAgain: boolean,
): Paragraph {
  if (isAgain) {
    return worded(wordings, 'unsure_again', {}, seed, { suggestions: [CALL_A_PERSON, REPHRASE] });
  }
  const [first, second] = questionsNear(query, result);
  if (first === undefined || second === undefined) {
    return worded(wordings, 'unsure', {}, seed, { suggestions: [CALL_A_PERSON, REPHRASE] });
  }
  return worded(wordings, 'unsure_near', { first, second }, seed, {
    suggestions: [{ label: first, say: first }, { label: second, say: second }, CALL_A_PERSON],
  });
}

/** The handbook's own questions nearest to what was asked, if they speak of the same; none where nothing is near. */
function questionsNear(query: string, result: ToolResult | null): readonly string[] {
  if (!result || (result.support ?? 0) < NEAR) return [];
  const [best] = result.passages;
  if (best?.kind !== 'faq') return [];
  return [
    ...new Set(
      result.passages.flatMap(({ kind, title }) =>
        kind === 'faq' && sharesMatter(query, title) ? [title] : [],
      ),
    ),
  ].slice(0, 2);
}
