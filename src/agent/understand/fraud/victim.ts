import type { Victim } from '../../../terms/fraud.js';

/** 谁被骗: the customer, or one of theirs for whom they ask. */

const RELATIVES: readonly (readonly [Victim, string])[] = [
  ['mother', '妈妈?|母亲|老妈|娘|婆婆|丈母娘|岳母'],
  ['father', '爸爸?|父亲|老爸|爹|公公|老丈人|岳父'],
  ['elder', '爷爷|奶奶|姥姥|姥爷|外公|外婆|家老人|父母|爸妈'],
  ['husband', '老公|丈夫|先生'],
  ['wife', '老婆|妻子|媳妇|爱人'],
  ['son', '儿子'],
  ['daughter', '女儿|闺女'],
  ['relative', '姐姐?|妹妹?|哥哥?|弟弟?|舅舅?|姑姑?|姨|叔叔?|伯伯?|嫂子|亲戚|孩子'],
  ['friend', '朋友|同事|邻居|同学|闺蜜|舍友|室友'],
];

/** What somebody who is being cheated does, or has done to them. */
const FALLS_FOR =
  '(刚才?|今天|昨天|好像|可能|已经|正在?|现在|要|还|也|又|就|一直|非要|非|在|给|去|把.{1,8}|给.{1,8}|接到|遇到|碰到|收到|不?听|被){0,8}(被.{0,4}骗|骗|上当|中招|转|汇|打(钱|款)|付|信|投|交|买|装|下载|点|说要去|要去|加了|聊|遇|碰|接|不信|让人|叫人|受骗|不想活|想不开|寻死|自杀|轻生|想死)';
/** 「怕我妈知道」 「转给我妈」 「骗子说我儿子…」: spoken of, and not the one. */
const NOT_THE_ONE = '(怕|到|往|瞒着?|没敢|不敢|告诉|跟|和|给|对|让|叫|冒充|自称|说(是)?)';

const OWN = '(我|俺|咱)(家|们家|的)?';

const victims = RELATIVES.map(
  ([victim, names]) =>
    [
      victim,
      new RegExp(
        `(?<!${NOT_THE_ONE}(我|俺|咱)?家?)${OWN}(${names})(?!.{0,2}(让|叫|劝)我).{0,4}?${FALLS_FOR}`,
      ),
      new RegExp(`(被骗|上当|受骗|遇到骗子|中招)的?(是|人是)${OWN}?(${names})`),
    ] as const,
);

/** Whom folded words speak for; null: nobody else. */
export const victimIn = (folded: string): Victim | null =>
  victims.find(([, falls, named]) => falls.test(folded) || named.test(folded))?.[0] ?? null;

/** 「她说不想活了」 after a relative was spoken of. */
export const speaksOfThem = (folded: string): boolean =>
  /(她|他|妈|爸|老人|人家)(现在|也|又|一直|还|就|刚才?|在)*(说|哭|想|要|不)/.test(folded);
