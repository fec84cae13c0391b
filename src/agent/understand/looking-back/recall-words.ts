/** 再问一遍: 「刚才说最多能取多少来着」 asks for what was told before. */

const BEFORE = '(?:刚才|刚刚|刚|之前|前面|上面|开头|一开始|最开始|你说过?|您说过?)';
const LEADS = new RegExp(
  `^(?:那|哎|唉|对了|哦|我(?:忘了|记不住|没记住)[，,]?)*(?:你|您|我)?${BEFORE}(?:你|您|我)?(?:们)?(?:跟|和|给)?(?:我)?(?:说|讲|提|告诉|问|算)(?:我)?(?:过|的|到)?(?:那个|的)?[，,：:\\s]*(?:是)?(.{2,30})$`,
);
const FORGOT = /^(?:.{0,12}[，,])?(.{2,24}?)(?:是|来)*(来着|来的)[?？。\s]*$/;
const TAIL = /(来着|来的|是不是|了)?[?？。！!~\s]*$/;
/** A yes is wanted, or something is complained of: no wish to hear it again. */
const OTHERWISE = /对吧|对吗|对不对|是吧|不是说|不对|骗|错/;
const ASKS = /多少|几|什么|啥|哪|怎么|谁|多久|吗|来着/;

/** What is asked for again, without what says so; null: nothing. */
export function recalledIn(said: string): string | null {
  const text = said.trim();
  if (OTHERWISE.test(text)) return null;
  const words = (LEADS.exec(text) ?? FORGOT.exec(text))?.[1];
  if (words === undefined || !ASKS.test(text)) return null;
  return words.replace(TAIL, '').trim();
}
