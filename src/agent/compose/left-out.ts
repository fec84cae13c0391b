import type { MatchingRule } from '../../advice/matching/admission.js';
import type { Fact } from '../../terms/fact.js';
import type { ExcludedProduct } from '../../terms/plan.js';
import type { Paragraph } from './paragraph.js';

interface Group {
  /** Rows of the suitability table, and matching rules. */
  readonly rules: readonly (MatchingRule | `${number}`)[];
  readonly words: string;
}

/** Not told of: what has left the shelf, and that something else did as well. */
const GROUPS: readonly Group[] = [
  { rules: ['12', '13', '14', '15', 'above_class'], words: '风险等级高过您能承受的' },
  {
    rules: ['16', 'term_beyond_horizon', 'locked_when_needed'],
    words: '要锁定的时间和您用钱的时间对不上的',
  },
  { rules: ['target_date_beyond_horizon'], words: '目标日期比您用钱的时候晚很多的' },
  { rules: ['17'], words: '会占您太多钱、要顾问先看的' },
  { rules: ['18', '19', '21'], words: '按规定要顾问当面和您谈的' },
  { rules: ['minimum_too_large'], words: '起点金额太高的' },
  { rules: ['held_enough'], words: '您手上已经不少的' },
  { rules: ['outside_sale_window', 'quota_too_small'], words: '这几天不卖或者额度不够的' },
  { rules: ['no_part_of_a_mix'], words: '保险、REITs、结构性存款这类不按比例搭配的' },
];

/** 没放进来的, by reason, with how many and one by name. */
export function leftOut(
  say: (id: string, values: Record<string, string>, part: Partial<Paragraph>) => Paragraph,
  excluded: readonly ExcludedProduct[],
): readonly Paragraph[] {
  const groups = GROUPS.flatMap(({ rules, words }) => {
    const own = excluded.filter(({ rule }) => rules.some((one) => one === rule));
    const [first] = own;
    return first ? [{ words, count: own.length, first: first.name }] : [];
  });
  if (groups.length === 0) return [];
  const text = groups.map(({ words, count, first }) =>
    count === 1 ? `${words}有${first}` : `${words} ${count} 只，例如${first}`,
  );
  const facts = groups.flatMap(({ count, first, words }): Fact[] => [
    { value: count, unit: 'count', label: `${words}（例如${first}）` },
  ]);
  return [say('proposal_left_out', { groups: text.join('；') }, { facts })];
}
