import type { Spot } from '../../language/name-spotting.js';
import { compact } from '../../language/product-name.js';
import type { Product } from '../../terms/product.js';

/** 「纯债那只」 「租房那个REIT」: a kind of product with a word that points at one of them. */

/**
 * 「货币基金那个收益」: a filler before the thing that is asked about points at nothing; 「纯债呢，久期多少」
 * turns to one.
 */
export const POINTS_AFTER =
  /^(?:呢(?=[，,]\S)|那边|这边)|^的?(?:[那这](?:一)?[只款支]|[那这]种(?=[，,]?[存放买])|[那这]个(?!七日|7日|年化|万份|收益|利率|利息|净值|费|额度|规则|期限|风险|等级))/;
/** 「刚才那个货币」 「你们那只短债基金」; a bare 「那个」 before a kind is a filler. */
const POINTS_BEFORE =
  /(?:(?:刚才|刚刚|前面|之前|上次|上面|你们|咱们|银行|买的|手里|有)(?:说|问|讲|提)?的?[那这](?:一)?[只款支个]|[那这](?:一)?[只款支])$/;
/** 「你们那个定期」 has many terms, and 存款保险 insures deposits. */
const isDeposit = (text: string): boolean => /^(定期|存款|大额存单|存单)/.test(text);
/** What may stand between the kind and the pointing word. */
const CLASS = '(?:基金|理财|产品|保险|险)?';

/** Finds the kinds that are pointed at in a compacted text; a kind of several products has all their codes. */
export function pointedKinds(products: readonly Product[]): (text: string) => readonly Spot[] {
  const codes = new Map<string, string[]>();
  for (const { code, kinds = [] } of products)
    for (const kind of kinds.map(compact)) codes.set(kind, [...(codes.get(kind) ?? []), code]);
  if (codes.size === 0) return () => [];
  const longestFirst = [...codes.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(${longestFirst.join('|')})${CLASS}`, 'g');
  return (text) =>
    [...text.matchAll(pattern)].flatMap(({ 0: words, 1: kind = '', index: from }) => {
      const to = from + words.length;
      const after = POINTS_AFTER.exec(text.slice(to))?.[0];
      const before = isDeposit(text.slice(from)) ? null : POINTS_BEFORE.exec(text.slice(0, from));
      if (after === undefined && !before) return [];
      const start = before ? before.index : from;
      return [{ from: start, to: to + (after ?? '').length, codes: codes.get(kind) ?? [] }];
    });
}
