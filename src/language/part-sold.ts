import { normalize } from './fold.js';

/** 卖一部分: 「赎一半」 「卖个三成」 「先取两万」. */

const LEAVE = '(?:赎|卖|取)(?:回|出来?|掉|个|其中|它|的)*';
const PART = new RegExp(
  `${LEAVE}(?:一半|半数|一小?部分|部分|[一二两三四五六七八九]成|[二三四五]分之一|一些(?!什么))|` +
    '(?:部分|分批)(?:赎|卖)|(?:留|剩)下?(?:一半|一部分|一些)|' +
    '(?:先|只|就)(?:赎|卖)(?:回|出|掉)?个?[\\d一二两三四五六七八九十百千]+(?:\\.\\d+)?[万千百]',
);

export const asksForPart = (text: string): boolean => PART.test(folded(text));

const folded = (text: string): string => normalize(text).text.replace(/\s/g, '');
