import type { Product } from '../../terms/product.js';
import { spaced } from '../../wording/figures.js';
import type { Wordings } from '../../wording/prompts.js';
import { asksForClass } from '../understand/class-asked.js';
import type { Asked } from './asked.js';
import { nameAndGrade } from './named-in-full.js';
import type { Paragraph } from './paragraph.js';
import { worded } from './paragraph.js';

/** 有哪几类: that a class is not there, or which there are. */

/** 「沪深300 C」 where the fund has an A class alone: what follows is about that one. */
export function onlyClassLine({ wordings, product, query, result }: Asked): Paragraph | null {
  const sister = result.otherClasses?.[0];
  if (sister) return asksForClass(query) ? bothClassesLine(wordings, product, sister) : null;
  const [has] = /[AC]$/.exec(product.name) ?? [];
  const asksFor = (letter: string) =>
    // 「我C几才能买」 speaks of a class of customers.
    new RegExp(`(?<![A-Za-z0-9])${letter}(类|份额)?(?![A-Za-z0-9几])`, 'i').test(query);
  const other = has === 'A' ? 'C' : 'A';
  if (has === undefined) return asksFor('[AC]') ? noClassesLine(wordings, product) : null;
  return asksFor(other)
    ? worded(wordings, 'product_only_class', {
        name: spaced(product.name.slice(0, -1).trim()),
        has,
        other,
      })
    : null;
}

function bothClassesLine(wordings: Wordings, one: Product, other: Product): Paragraph {
  const [a = '', c = ''] = [one, other].map((product) => spaced(nameAndGrade(product))).sort();
  return worded(wordings, 'product_both_classes', { a, c });
}

/** 「C类呢」 of what has no classes at all. */
const noClassesLine = (wordings: Wordings, { name }: Product): Paragraph =>
  worded(wordings, 'product_no_classes', { name: spaced(name) });
