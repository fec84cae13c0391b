import { isPair, tokens } from '../../language/tokens.js';
import type { Asked } from './asked.js';

/** 小节标题: what the heading of the section that was found tells of it. */

export const headingOf = ({ result }: Pick<Asked, 'result'>): string =>
  result.passages[0]?.article ?? '';

/** 「多大岁数开始领」 and 「什么时候开始领」 have 开始 in common. */
export const hasWordsOfHeading = (asked: Asked): boolean =>
  tokens(headingOf(asked))
    .filter(isPair)
    .some((pair) => tokens(asked.query).includes(pair));

/** Sections every card has; beside a figure they say nothing that was asked. */
export const isGeneralSection = (asked: Pick<Asked, 'result'>): boolean =>
  /这是什么|怎么买|钱会怎么亏|适合讨论/.test(headingOf(asked));

/** 「等待期多久」 names the section that has the answer: the master has no figure for it. */
export const isNamedSection = (asked: Asked): boolean =>
  headingOf(asked)
    .split(/[和、与，]/)
    .some((word) => word.length >= 3 && asked.query.includes(word));
