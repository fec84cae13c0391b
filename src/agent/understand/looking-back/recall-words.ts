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

const SIMPLER =
  /^(我|你(刚才|刚刚)?说(的|了)|说的)?(我)?(还是|也|都|又|真的?)?(没|不)(太|大|怎么)?(听|看|弄|搞)?(懂|明白)(啊|呀|哦|呢|了|你说的(是)?(什么|啥)?|(什么|啥)意思)?$|(说|讲|解释)得?(简单|简短|短|慢|通俗|明白|清楚)(一)?点|(太|好)(复杂|专业|绕)了|^(你)?(能不能|会不会|请)?(好好)?(说|讲)?(点|句)?人话(吗|么|行不行|好不好)?$/;
/** 「说得简单点，C 类是什么」 asks something of its own. */
const MOST = 14;

/** Whether words want the answer before in fewer words. */
export const wantsSimpler = (said: string): boolean => {
  const text = said.replace(/[\s，,。！!~？?]/g, '');
  return [...text].length <= MOST && SIMPLER.test(text);
};

const ONLY_YES =
  /^(那)?(你|您)?(就|只|直接|痛快|倒是)+(说|讲|告诉我|回答)(一?句)?(我)?(到底)?(是)?(对不对|是不是|行不行|能不能|可不可以|有没有|会不会|对吗|行吗|能吗|对|是|行)(还是(不|错)[^，。]{0,3})?(嘛|啊|呀|吧|就行|就行了|就完了)*$/;

/** 「你就说对不对」: the yes or no to what was asked before, and nothing else. */
export const insistsOnYes = (said: string): boolean =>
  ONLY_YES.test(said.replace(/[\s，,。！!~？?]/g, ''));
