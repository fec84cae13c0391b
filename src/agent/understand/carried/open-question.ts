import type { TurnContext } from '../../../conversation/agent.js';
import type { ProductNames } from '../product-names.js';
import { aspectsNamed } from '../aspect-words.js';
import { correctionIn } from '../looking-back/correction-words.js';
import { asksForMoney } from '../money-words.js';
import { isQuestion } from '../question-words.js';
import { isTopic } from '../topic.js';
import { fragmentIn, putInto } from './fragment.js';

/** 问到哪儿了: the question that is still open, as it stands after all that was changed of it since. */

/** Messages back in which a question is still open. */
const REMEMBERED = 10;

export interface Open {
  /** In the customer's words, without names of products; null: nothing that a sum or a time would change. */
  readonly question: string | null;
  /** The sum and the time last said by themselves. */
  readonly told: string;
}

/** After all that was said, and `now`. */
export function openQuestion({ history }: TurnContext, names: ProductNames, now = ''): Open {
  const said = history.filter(({ role }) => role === 'customer').slice(-REMEMBERED);
  return [...said.map(({ text }) => text), now].reduce<Open>(
    (open, text) => after(open, withoutNames(names, asMeant(text))),
    { question: null, told: '' },
  );
}

function after({ question, told }: Open, text: string): Open {
  const fragment = fragmentIn(text);
  if (fragment) {
    const before = leaves(text, fragment.time, question) ? '卖扣多少' : question;
    return { question: before && putInto(before, fragment), told: putInto(told, fragment) };
  }
  const asked = inFull(text);
  if (asksOfSide(asked)) return { question: asked, told };
  // Another matter closes it; a name, a sigh or 「第二个」 does not.
  return { question: isQuestion(text) && isTopic(text) ? null : question, told };
}

/** 「7天卖」 asks what leaving then takes, whatever was asked before. */
const leaves = (text: string, time: string | null, question: string | null): boolean =>
  time !== null && /卖|赎/.test(text) && !(question !== null && asksOfCost(question));

const asksOfCost = (text: string): boolean => aspectsNamed(text).includes('fees');

const asksOfSide = (text: string): boolean => aspectsNamed(text).length > 0 || asksForMoney(text);

/** 「我没问费用，我问的是几天到」 asked how long it takes. */
export const asMeant = (text: string): string => correctionIn(text)?.meant ?? text;

export const withoutNames = (names: ProductNames, text: string): string =>
  names.mask(text).replaceAll('{product}', '').replace(LEFT_OF_NAMES, '');

/** What joined the names that were taken out. */
const LEFT_OF_NAMES = /^[,，\s和跟与、的]+/;

/** 「卖出」 「几天」: a word or two about getting the money back, as they would be asked in full. */
export const inFull = (text: string): string =>
  TO_LEAVE.test(text.replace(/\s/g, '')) ? '赎回几天到账' : text;

const TO_LEAVE =
  /^(那|要|得|是)?((怎么|咋)?(卖出?|卖掉|赎|退出|取)|((卖|赎|取)(出|回|掉|了)?)?(要|得|大概)?(几天|多久|多长时间|几个工作日))(呢|啊|呀)?[?？。]*$/;
