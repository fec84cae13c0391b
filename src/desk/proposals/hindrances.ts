import type { AdjustFault } from '../../advice/matching/adjust-plan.js';
import { MOST_PRODUCTS } from '../../advice/matching/house-limits.js';
import type { Refusal } from '../../conversation/proposal/decide.js';
import { MAX_REASON } from '../../conversation/proposal/decide.js';
import type { Standing } from '../../conversation/proposal/events.js';
import type { Stage } from '../../conversation/proposal/evolve.js';
import type { Signing } from '../../conversation/proposal/signing.js';
import type { Finding } from '../../terms/finding.js';

/** Why something cannot be signed, in words for whoever would sign it. */
export interface Hindrance {
  readonly why: string;
  readonly words: string;
}

const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  drafted: '还是草稿',
  approved: '已经批准',
  adjusted: '已按调整批准',
  declined: '已经退回',
  presented: '已发给客户',
  acknowledged: '客户已确认收到',
  refused: '客户不采用',
  expired: '已过有效期',
  superseded: '已被新的草稿取代',
};

const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  for_person: '客户的身份核验、尽职调查或行为能力还没有通过，先由人核实',
  opted_out: '客户已关闭个性化推荐',
  no_confirmed_need: '客户还没有确认需求',
  data_refused: '客户没有提供必须的资料',
  never_assessed: '客户还没有做风险测评',
  assessment_expired: '客户的测评已过期',
  assessment_invalid: '客户的测评不能作数，需要重做',
  class_lower: '客户现在的等级低于方案',
};

export function refusalWords(refusal: Refusal): Hindrance {
  const { why } = refusal;
  switch (why) {
    case 'stage':
      return { why, words: `这份方案${STAGE_WORDS[refusal.stage]}` };
    case 'expired':
      return { why, words: '这份草案已过有效期' };
    case 'not_yet_expired':
    case 'told':
      return { why, words: '现在没有要处理的事' };
    case 'reason':
      return { why, words: `请写明理由，不超过 ${MAX_REASON} 字` };
    case 'awaits_second':
      return { why, words: '已由一人签署，等待第二人复核' };
    case 'no_first':
      return { why, words: '还没有人签署，不能复核' };
    case 'same_person':
      return { why, words: '签署人不能复核自己，请另一位同事来' };
    case 'not_an_advisor':
      return { why, words: '您没有投资顾问或销售资格，不能签署' };
    case 'unlicensed':
      return { why, words: unlicensedWords(refusal.beyond) };
    case 'standing':
      return { why, words: STANDING_WORDS[refusal.standing] };
    case 'unsuitable': {
      const named = refusal.products.map(({ name, row }) =>
        row === null ? `${name}已下架` : `${name}（适当性第 ${row} 行）`,
      );
      return { why, words: `今天不能推荐给这位客户：${named.join('、')}` };
    }
  }
}

const LACKS = { licence: '执业资格', grade: '产品等级授权' } as const;

const unlicensedWords = (
  beyond: Extract<Refusal, { readonly why: 'unlicensed' }>['beyond'],
): string =>
  `您缺少：${beyond
    .map(({ name, lacks }) => `${name}（${lacks.map((one) => LACKS[one]).join('、')}）`)
    .join('；')}`;

export const unsayable = (findings: readonly Finding[]): Hindrance => ({
  why: 'unsayable',
  words: `要告诉客户的话过不了守则：${findings.map(({ text }) => `「${text}」`).join('、')}`,
});

/** Of whatever is not signed. */
export function hindranceOf(signing: Exclude<Signing, { readonly kind: 'signed' }>): Hindrance {
  switch (signing.kind) {
    case 'unknown':
      return { why: 'unknown', words: '客户或员工已不在档' };
    case 'unsayable':
      return unsayable(signing.findings);
    case 'refused':
      return refusalWords(signing);
  }
}

type Limit = Extract<AdjustFault, { fault: 'limit' }>['limit'];

const LIMIT_WORDS: Readonly<Record<Limit, string>> = {
  most_products: `产品不能超过 ${MOST_PRODUCTS} 只`,
  one_share_class: '同一只产品只能选一个份额',
  whole_sum: '合计超过了客户的金额',
  loss_limit: '按等级折算的最大亏损超过了客户能承受的',
  equity_of_mix: '权益超过了这个等级的配置',
  gold_of_mix: '黄金超过了这个等级的配置',
  one_issuer: '同一家管理人的产品超过了机构定的上限',
  insured_deposits: '客户说一点都不能亏，同一家银行的存款超过了存款保险的限额',
};

/** The least that stands in the way, fault by fault. */
export function faultWords(fault: AdjustFault): Hindrance {
  switch (fault.fault) {
    case 'product': {
      const rule = /^\d+$/.test(fault.rule) ? `适当性第 ${fault.rule} 行` : '不在可配的货架上';
      return { why: 'product', words: `${fault.code}：${rule}` };
    }
    case 'amount': {
      const { code, least, most, step } = fault;
      return { why: 'amount', words: `${code}：${least} 至 ${most} 元，按 ${step} 元递增` };
    }
    case 'limit':
      return { why: fault.limit, words: LIMIT_WORDS[fault.limit] };
  }
}
