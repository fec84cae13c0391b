import type { TurnContext } from '../../conversation/agent.js';

/**
 * 没说是哪部法的第几条: an article is one of the law spoken of just before; where none was, 「第二条」 counts what
 * was said, and finds no law.
 */

const ARTICLE =
  /((你|您|他|她)?(刚刚|刚才|刚|前面|上面)(你|您)?(说|讲|提到?)?的?)?第\s*(?:[零〇一二三四五六七八九十百千]+|\d{1,3})\s*条/;
const LAW =
  /《[^》]{2,30}》|[一-鿿]{2,}(?:法|条例|办法|规定|细则|准则|指引)(?=[里的上中，,。\s]*(?:第|[零〇一二三四五六七八九十百千\d]+\s*条))/;
const NAMES_LAW = /《|[一-鿿]{1,}(?:法|条例|办法|规定|细则|准则|指引)/;
/** What is left once the number is taken out, and asks nothing by itself. */
const ASKS_NOTHING =
  /^(那|你|您|我|他|的|是|在|讲|说|写|规定|内容|具体|原文|什么|啥|意思|怎么|咋|样|做|办|弄|回事|呢|吗|啊|吧|呀|再|看|一下|解释|没|不|听懂|明白|懂|转回|回到|关于|了|里|有|哪些|请问|问下|[，。？?！!\s])*$/;

/** How far back a law still stands. */
const LATELY = 2;

/** The words with their law put in, or without the number; null: there is nothing else in them. */
export function withItsLaw({ history }: TurnContext, text: string): string | null {
  const [number] = ARTICLE.exec(text) ?? [];
  if (number === undefined || NAMES_LAW.test(text)) return text;
  const law = history
    .slice(-LATELY)
    .map((said) => LAW.exec(said.text)?.[0])
    .findLast((one) => one !== undefined);
  if (law)
    return text.replace(number, `${law.startsWith('《') ? law : `《${law}》`}${bare(number)}`);
  const rest = text.replace(number, '').replace(/^[，,、。\s]+/, '');
  return ASKS_NOTHING.test(rest) ? null : rest;
}

const bare = (number: string): string => number.slice(number.indexOf('第'));
