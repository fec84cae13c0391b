import type { Picture } from '../../../src/channels/pictures/picture.js';
import type { Json, JsonObject } from '../../../src/terms/json.js';

export const OURS = 'https://wealth.example/pictures/';

/** An address that can be read, where the real one is sealed. */
export const pictureUrl = (picture: Picture): string =>
  `${OURS}${encodeURIComponent(JSON.stringify(picture))}.svg`;

/** The pictures of a card, as they are asked for. */
export const picturesOf = (card: Json): readonly Picture[] =>
  partsOf(card).flatMap(({ url }) =>
    typeof url === 'string' && url.startsWith(OURS)
      ? [JSON.parse(decodeURIComponent(url.slice(OURS.length, -'.svg'.length))) as Picture]
      : [],
  );

/** Every object anywhere in a card, outermost first. */
export function partsOf(card: Json): readonly JsonObject[] {
  if (Array.isArray(card)) return card.flatMap((part: Json) => partsOf(part));
  if (typeof card !== 'object' || card === null) return [];
  return [card as JsonObject, ...Object.values(card).flatMap((part) => partsOf(part ?? null))];
}

/** Every word a reader of the card sees, in order. */
export const wordsOf = (card: Json): readonly string[] =>
  partsOf(card).flatMap((part) =>
    ['text', 'title', 'value', 'label'].flatMap((key) => {
      const word = part[key];
      return typeof word === 'string' ? [word] : [];
    }),
  );

export const typesOf = (card: Json): ReadonlySet<string> =>
  new Set(partsOf(card).flatMap(({ type }) => (typeof type === 'string' ? [type] : [])));
