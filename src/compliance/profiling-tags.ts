import type { Tag } from '../advice/profiling/portrait.js';

/** 标签去留: which tags a customer may have taken away, and why others have to stay. */

export type TagId = Tag['id'];

/** The basis a tag is kept on whatever the customer wishes; null: it only serves to choose for them. */
export interface TagRule {
  readonly name: string;
  readonly kept: { readonly why: string; readonly basis: string; readonly evidence: string } | null;
}

const SUITABILITY = {
  why: '适当性义务要用，不能删',
  basis: '《金融机构产品适当性管理办法》第二十九条',
  evidence: 'T2',
} as const;

export const TAG_RULES: Readonly<Record<TagId, TagRule>> = {
  never_assessed: { name: '没有有效的风险测评', kept: SUITABILITY },
  assessment_expired: { name: '风险测评已过期', kept: SUITABILITY },
  lowest_category: {
    name: '风险承受能力最低类别',
    kept: {
      why: '法律要求按最低类别保护，不能删',
      basis: '《证券期货投资者适当性管理办法》第二十二条',
      evidence: 'Q',
    },
  },
  older: {
    name: '65 岁及以上',
    kept: {
      why: '购买高风险产品要特别提示，不能删',
      basis: '《金融机构产品适当性管理办法》第十八条',
      evidence: 'T2',
    },
  },
  holds_above_class: { name: '实际持仓高于测评等级', kept: null },
};

export const TAG_IDS = Object.keys(TAG_RULES) as readonly TagId[];

export interface TagsJudged {
  readonly deleted: readonly TagId[];
  readonly kept: readonly TagId[];
}

/** What of a wish to delete tags can be done. */
export const judgeTags = (asked: readonly TagId[]): TagsJudged => ({
  deleted: asked.filter((id) => TAG_RULES[id].kept === null),
  kept: asked.filter((id) => TAG_RULES[id].kept !== null),
});

/** Tags as they stand for a customer: what was taken away is not found again by counting once more. */
export const withoutDeleted = (tags: readonly Tag[], deleted: readonly string[]): readonly Tag[] =>
  tags.filter(({ id }) => TAG_RULES[id].kept !== null || !deleted.includes(id));
