import type { Withheld } from '../matching/standing.js';
import type { RiskTolerance } from '../../terms/risk.js';

/** 下一步建议 (next best action): what whoever serves a customer should do now, and why. Pure. */

export interface HeldShare {
  readonly name: string;
  /** Of all that is held. */
  readonly share: number;
  readonly riskLevel: number | null;
}

/** How far the customer's latest plan has come; null: there is none. */
export interface PlanStanding {
  readonly id: string;
  readonly stage: string;
}

export interface MomentStanding {
  readonly id: string;
  readonly name: string;
  readonly action: string;
  readonly why: string;
  /** 0 … 1, as today's list ranks it. */
  readonly score: number;
}

/** What is asked right now, as far as it changes what to do. */
export type AskedNow =
  | 'fraud'
  | 'life_in_danger'
  | 'complaint'
  | 'upset'
  | 'unanswered'
  | 'selling'
  | 'borrowing'
  | 'about_products'
  | 'about_plan';

export interface Situation {
  readonly asked: readonly AskedNow[];
  readonly withheld: Withheld | null;
  readonly tolerance: RiskTolerance | null;
  readonly age: number | null;
  /** `confirmed`: said and agreed to; else the words for what is still missing; null: nothing was told. */
  readonly need: { readonly isConfirmed: boolean; readonly missing: readonly string[] } | null;
  readonly plan: PlanStanding | null;
  readonly held: readonly HeldShare[];
  readonly moments: readonly MomentStanding[];
}

export interface NextStep {
  readonly id: string;
  readonly action: string;
  readonly reason: string;
  /** What could be said to begin with; null: nothing is said. */
  readonly say: string | null;
  /** Where it is done, besides the chat. */
  readonly at: { readonly page: 'approvals' | 'today'; readonly id: string } | null;
}

interface Rule {
  /** Larger comes first. */
  readonly weight: number;
  readonly find: (situation: Situation) => NextStep | null;
}

const MOST = 3;
/** House threshold for one product, as in `review.ts`. */
const MUCH = 0.3;
const ELDER = 65;

/**
 * At most three; what averts harm comes first, then what is owed, then what is of use. `dismissed`:
 * ids of those that whoever serves has put aside.
 */
export function nextSteps(
  situation: Situation,
  dismissed: readonly string[] = [],
): readonly NextStep[] {
  const found = RULES.flatMap(({ weight, find }) => {
    const step = find(situation);
    return step ? [{ weight, step }] : [];
  });
  const due = situation.moments.map((one) => ({
    weight: 40 + 20 * one.score,
    step: ofMoment(one),
  }));
  return [...found, ...due]
    .filter(({ step: { id } }) => !dismissed.includes(id))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST)
    .map(({ step }) => step);
}

const ofMoment = ({ id, name, action, why }: MomentStanding): NextStep => ({
  id: `moment:${id}`,
  action,
  reason: `${name}：${why}`,
  say: null,
  at: { page: 'today', id },
});

const step = (
  id: string,
  action: string,
  reason: string,
  more: Partial<Pick<NextStep, 'say' | 'at'>> = {},
): NextStep => ({ id, action, reason, say: null, at: null, ...more });

const ASSESSMENT: Readonly<Partial<Record<Withheld, string>>> = {
  never_assessed: '还没有做过风险测评，现在不能推荐产品、不能出方案',
  assessment_expired: '风险测评已过有效期，现在不能推荐产品、不能出方案',
  assessment_invalid: '最近一次测评作废，现在不能推荐产品、不能出方案',
};

const RULES: readonly Rule[] = [
  {
    weight: 110,
    find: ({ asked }) =>
      asked.includes('life_in_danger')
        ? step('danger', '先稳住人，问清在哪里、身边有没有人', '客户的话里有人身危险，钱的事放后', {
            say: '我在，您先别挂断。您现在在哪里，身边有人吗？',
          })
        : null,
  },
  {
    weight: 100,
    find: ({ asked }) =>
      asked.includes('fraud')
        ? step(
            'fraud',
            '核实钱是否已转出，请客户报警、联系转出银行止付',
            '疑似正在受骗，越早越好',
            {
              say: '您先停一下，别再转账。钱已经转出去了吗？是从哪家银行转的？',
            },
          )
        : null,
  },
  {
    weight: 90,
    find: ({ asked }) =>
      asked.includes('complaint')
        ? step(
            'complaint',
            '按原话登记投诉，告诉客户答复的日子',
            '客户表示不满或要投诉，不劝退、不辩解',
            {
              say: '这件事我按您的原话登记，由专人核对并给您答复。您希望怎么解决？',
            },
          )
        : null,
  },
  {
    weight: 80,
    find: ({ withheld }) => {
      const reason = withheld && ASSESSMENT[withheld];
      return reason
        ? step('assessment', '请客户如实重做风险测评', `${reason}；不要为了买某只产品而劝测`, {
            say: '按规定，要先做一次风险测评，我才能和您谈具体产品。按真实情况填就行，几分钟，您现在方便吗？',
          })
        : null;
    },
  },
  {
    weight: 78,
    find: ({ asked }) =>
      asked.includes('borrowing')
        ? step('borrowing', '劝客户不要用借来的钱投资', '借款到期必还，投资可能亏', {
            say: '借来的钱请不要拿来投资，亏了还要照还。您手头有没有不急用的自有资金？',
          })
        : null,
  },
  { weight: 75, find: ({ plan }) => planStep(plan) },
  {
    weight: 70,
    find: ({ need, plan, withheld }) =>
      need?.isConfirmed && plan === null && withheld === null
        ? step(
            'draft_plan',
            '按已确认的需求起草方案，送审后再和客户谈',
            '需求已由客户确认，还没有方案',
          )
        : null,
  },
  {
    weight: 65,
    find: ({ need }) =>
      need && !need.isConfirmed && need.missing.length > 0
        ? step(
            'need',
            `问清${need.missing.slice(0, 2).join('、')}`,
            '需求说到一半，缺这几样不能配置',
            {
              say: `想再和您确认一下：${need.missing.slice(0, 2).join('、')}，您是怎么打算的？`,
            },
          )
        : null,
  },
  {
    weight: 60,
    find: ({ asked }) =>
      asked.includes('unanswered')
        ? step('verify', '去核实，并给客户一个答复的时间', '没有查到可靠的依据，不要凭印象回答', {
            say: '这一点我去核实，今天下班前在这里回复您，可以吗？',
          })
        : null,
  },
  {
    weight: 58,
    find: ({ asked, held }) =>
      asked.includes('selling') && held.length > 0
        ? step(
            'selling',
            '先问用钱的时间，再给「持有 / 赎回」两种选择的费用对照',
            '客户在考虑卖出，去留由客户自己定',
            {
              say: '卖不卖您来定，我先帮您把两种选择的费用列清楚。这笔钱您打算什么时候用？',
            },
          )
        : null,
  },
  {
    weight: 55,
    find({ held, tolerance }) {
      const above = held.filter(({ riskLevel }) => (riskLevel ?? 0) > (tolerance ?? 5));
      const [first] = above;
      return first
        ? step(
            'above_class',
            '说明等级不再匹配、去留由客户决定，不再介绍同级产品',
            `${first.name}等 ${above.length} 只高过客户的 C${tolerance}`,
          )
        : null;
    },
  },
  {
    weight: 50,
    find({ held }) {
      const most = [...held].sort((a, b) => b.share - a.share)[0];
      return most && held.length > 1 && most.share > MUCH
        ? step(
            'concentration',
            '可约客户谈分散，先听用途和期限',
            `${most.name}占持仓 ${Math.round(most.share * 100)}%，超过 ${MUCH * 100}% 提醒线`,
          )
        : null;
    },
  },
  {
    weight: 45,
    find: ({ age }) =>
      age !== null && age >= ELDER
        ? step('elder', '放慢、一次讲一件，可请家人一起听', `客户 ${age} 岁，高风险产品要两人复核`)
        : null,
  },
  {
    weight: 30,
    find: ({ need, asked, withheld }) =>
      need === null && asked.includes('about_products') && withheld === null
        ? step('ask_purpose', '先问这笔钱做什么用、什么时候用', '还不知道需求，先了解再谈产品', {
            say: '方便问一下，这笔钱打算做什么用，大概什么时候用？我按这个帮您看。',
          })
        : null,
  },
];

function planStep(plan: PlanStanding | null): NextStep | null {
  if (plan === null) return null;
  const at = { page: 'approvals', id: plan.id } as const;
  switch (plan.stage) {
    case 'drafted':
      return step('sign_plan', '审核方案草稿', '草稿在等持证顾问审核，客户在等结果', { at });
    case 'approved':
    case 'adjusted':
    case 'presented':
      return step(
        'present_plan',
        '请客户看审核过的方案，有疑问逐条讲',
        '方案已审核，客户还没有确认收到',
        {
          at,
          say: '您的方案已经审核好了，在对话里可以看到。您先看看，哪里不清楚我给您讲。',
        },
      );
    case 'expired':
      return step('renew_plan', '和客户核对需求，重新起草方案', '上一份方案已过期', { at });
    default:
      return null;
  }
}
