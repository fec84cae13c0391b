import { nameIn, withGradeBeside } from '../../compliance/disclosures.js';
import type { Product } from '../../terms/product.js';
import { effectiveRiskLevel } from '../../terms/product.js';
import { riskLabel } from '../../terms/risk.js';
import { spaced } from '../../wording/figures.js';
import type { Wordings } from '../../wording/prompts.js';
import type { Said } from './answer.js';
import type { Paragraph } from './paragraph.js';

/**
 * The one product a reply spoke of, named so that the customer knows which: in full where it was only
 * described, and with its grade beside the name. A product is never spoken of without its grade
 * (适当性管理办法 art. 31 [T2]); a reply that names none says it unless the conversation has it already.
 */
export function namedInFull(
  wordings: Wordings,
  [product, ...others]: readonly Product[],
  whole: Paragraph,
  { before, words }: Said,
): Paragraph {
  if (!product || others.some(({ code }) => code !== product.code)) return whole;
  const wasDescribed = isDescribed(words, product);
  const full = wasDescribed ? withFullName(whole.text, product) : whole.text;
  const graded = withGradeBeside(full, product);
  if (saysWhich(graded, product, before, wasDescribed)) return { ...whole, text: graded };
  const wording = wordings.get('product_subject');
  return {
    ...whole,
    text: wording.render({ name: nameAndGrade(product), text: graded }),
    wording: [...whole.wording, { id: wording.id, hash: wording.hash }],
  };
}

/** Known by what it is like, 「黄金那款」, and not by a name of its own. */
function isDescribed(words: string, product: Product): boolean {
  if (nameIn(words, { ...product, nicknames: [] })) return false;
  const { nicknames = [], kinds = [] } = product;
  return nameIn(words, { ...product, aliases: [...nicknames, ...kinds] }) !== null;
}

function withFullName(text: string, product: Product): string {
  if (text.includes(product.name)) return text;
  const short = nameIn(text, product);
  if (!short) return text;
  const rest = text.slice(short.start + short.words.length);
  return `${text.slice(0, short.start)}${spaced(product.name)}${rest.trimStart()}`;
}

function saysWhich(
  text: string,
  product: Product,
  before: readonly string[],
  wasDescribed: boolean,
): boolean {
  if (wasDescribed && !text.includes(product.name)) return false;
  const level = effectiveRiskLevel(product);
  if (level === null) return true;
  const hasGrade = (one: string) => new RegExp(`${riskLabel(level)}(?!\\d)`).test(one);
  return hasGrade(text) || before.some((one) => hasGrade(one) && nameIn(one, product) !== null);
}

export function nameAndGrade(product: Product): string {
  const level = effectiveRiskLevel(product);
  return level === null ? product.name : `${product.name}（${riskLabel(level)}）`;
}
