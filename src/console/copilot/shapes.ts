import type { Answer } from '../api/client.js';
import type { Conversation } from '../desk/shapes.js';

export type Copilot = Answer<'get', '/desk/conversations/{id}/copilot'>;
export type LookupEntry = Answer<'get', '/desk/conversations/{id}/lookup'>['entries'][number];
export type Draft = NonNullable<Conversation['draft']>;
export type Summary = Conversation['summary'];

/** `plain`: the draft as it was made. */
export type ToneName = 'plain' | Draft['tones'][number]['tone'];

/** What there is of a draft, the draft itself first. */
export const tonesOf = ({ text, tones }: Draft): readonly (readonly [ToneName, string])[] =>
  text === null
    ? []
    : [['plain', text], ...tones.map(({ tone, text: said }) => [tone, said] as const)];

/** The words in a tone, as a field for words takes them; null: nothing was drafted. */
export function wordsIn(draft: Draft | null, tone: ToneName): string | null {
  const all = draft ? tonesOf(draft) : [];
  const [, text] = all.find(([name]) => name === tone) ?? all[0] ?? [null, null];
  return text?.replaceAll('**', '') ?? null;
}

/** One after another, each with its stop and its marks. */
export const sentencesOf = (text: string): readonly string[] =>
  text.match(/[^。！？\n]+[。！？]?(?:\s*\[\d+\])*/g)?.map((one) => one.trim()) ?? [];
