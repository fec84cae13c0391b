import type { Figure } from './amounts.js';

/** Numbers anybody may call without a source; they stand in written templates. */
export const HOTLINES = [
  '110',
  '119',
  '120',
  '96110',
  '12315',
  '12337',
  '12345',
  '12356',
  '12363',
  '12378',
  '12386',
  '12381',
] as const;

/** 不算数字的数字: numbering, enumerators, names and idioms. They state nothing that could be wrong. */
export function isFigureOfSpeech(text: string, figure: Figure): boolean {
  const before = text.slice(Math.max(0, figure.start - 14), figure.start);
  const after = text.slice(figure.end, figure.end + 8);
  const [reading] = figure.readings;
  if (isNumbering(before, figure, after) || isOrdinal(before, figure)) return true;
  // Written without a unit, even where it borrows the next figure's: 「R2，10 元起」.
  if (figure.readings.at(-1)!.unit === 'plain' && isName(before, figure, after)) return true;
  if (reading!.unit === 'plain') return isSmallHan(figure);
  return isEnumerator(before, figure, after) || isIdiom(before, figure, after);
}

/** `[1]`, `(1)`, `1.` and 一、 at the start of a line, 1） after a stop. */
function isNumbering(before: string, figure: Figure, after: string): boolean {
  const bare = figure.text;
  if (!/^(?:\d{1,2}|[一二三四五六七八九十]{1,3})$/.test(bare)) return false;
  if (/[[【](?:\d{1,2}[,、\-–])*$/.test(before) && /^(?:[,、\-–]\d{1,2})*[\]】]/.test(after))
    return true;
  if (/\($/.test(before) && /^\)/.test(after)) return true;
  return /(?:^|[\n。;!?:])[ #*>-]*$/.test(before) && /^(?:\.(?!\d)|、|\)|:)/.test(after);
}

/** 第一、第 2 步; the third working day is a figure all the same. */
function isOrdinal(before: string, figure: Figure): boolean {
  if (!/第 ?$/.test(before)) return false;
  const value = Number(figure.readings[0]!.value);
  if (/[日天年月周]|星期/.test(figure.measure)) return value === 1;
  return value <= 20 && !/[名位%]/.test(figure.measure);
}

const INDEX =
  /(?:沪深|中证|上证|深证|科创|标普|纳斯达克|纳指|恒生|中债|创业板|北证|富时|日经|msci)[a-z]{0,2} ?$/;
const CODE = /(?:代码|编号|code)(?:为|是|:)? ?\(?$/;

/** Part of a name or a code: QY1001, R3, 沪深 300, 代码 000001, a hotline. */
function isName(before: string, figure: Figure, after: string): boolean {
  if (/[a-z][a-z0-9]*[-_.]?$/.test(before) || /^[-_]?[a-z]/.test(after)) return true;
  if (INDEX.test(before)) return true;
  if (/^\d{6}$/.test(figure.text) && CODE.test(before)) return true;
  return (HOTLINES as readonly string[]).includes(figure.text) && !/[\d.]$/.test(before);
}

/** 统一、一旦、三方: a small Chinese number without a unit is a word. */
const isSmallHan = (figure: Figure): boolean =>
  figure.han && !/[点百千万亿]/.test(figure.text) && Number(figure.readings[0]!.value) < 100;

const COUNTS_WORDS = /^(?:点|件|步|方面?|部分?|类|种|项|条|句|道|处|层|重)$/;
const HAN_ONLY = /^(?:个|款|只|位|份|笔|家|期|张|套|段|遍|回|轮|批|单|对|双|页|字|题|级|手|名)$/;

/** 三点、两件事、一位顾问, digits only for 3 点 and the like: 5 只 could be a claim. */
function isEnumerator(before: string, figure: Figure, after: string): boolean {
  const value = Number(figure.readings[0]!.value);
  if (figure.readings[0]!.unit !== 'count' || value > 10) return false;
  if (figure.measure === '次' || figure.measure === '人') return figure.han && value <= 1;
  if (COUNTS_WORDS.test(figure.measure)) return !/[高低跌涨升降达了]$/.test(before);
  return figure.han && HAN_ONLY.test(figure.measure) && !/^(?:百分|基点|点)/.test(after);
}

const SAME_DAY = /(?:有|每|某|这|那|同|当|任何?|第|随便哪|前)$/;

/** 有一天、一块儿、一成不变、100% 安全 (which L3 judges), 七日年化 (a name of a measure). */
function isIdiom(before: string, figure: Figure, after: string): boolean {
  const { text } = figure;
  if (/^一(?:天|日|年)$/.test(text))
    return SAME_DAY.test(before) || /^(?:到[晚头]|四季|三餐)/.test(after);
  if (/^一(?:块|分钱|毛)$/.test(text)) return !/(?:少|多|费|价|付|存|投|交|涨|跌)$/.test(before);
  if (/^(?:7|七) ?日$/.test(text)) return /^ ?年化/.test(after);
  if (/^十分/.test(text)) return true;
  if (/^(?:100|百分之百|百分之一百)/.test(text) && figure.readings[0]!.unit === '%') {
    return /^ ?的?(?:安全|保|赚|不|能|会|肯定|确定|准|没|地|放心|正确|了解|满意|真实)/.test(after);
  }
  return figure.measure === 'half' && before.endsWith('一');
}
