import { fold, tokens } from '../language/tokens.js';
import { agesIn } from './ages.js';
import { EVERYDAY_WORDS } from './everyday-words.js';
import { lexicon } from './lexicon.js';

/** Turns a text into what is compared. */
export type Reading = (text: string) => string[];

const everydayNames = lexicon(EVERYDAY_WORDS);
const MARK = '≈';

/** Index tokens, and a name for every everyday word and age: 咋办 and 怎么弄 both also say `≈怎么办`. */
export const wordsOf: Reading = (text) => {
  const found = tokens(text);
  const folded = fold(text);
  for (const name of [...everydayNames(folded), ...agesIn(folded)]) found.push(MARK + name);
  return found;
};

/** Whether a token stands for a line of everyday words. */
export const isName = (token: string): boolean => token.startsWith(MARK);
