import type { TurnContext } from '../../conversation/agent.js';
import { normalize } from '../../language/fold.js';
import type { Command, PlanAnswer } from '../../terms/command.js';
import { isQuestion } from './question-words.js';
import { asksStatus } from './plan-status.js';
import { ruleFor } from './rules.js';
import { needSlots } from './slots/need-slots.js';

/**
 * 对方案的答复: that the signed plan was read, that it will not be taken, or how far the latest one has
 * come. Read by rule, whichever model is configured: what goes on record is no model's guess.
 */
export interface OfPlan {
  readonly commands: readonly Command[];
  /** What is still to be read; empty: nothing. */
  readonly rest: string;
}

/** Null: nothing is said of a plan, or something that cannot wait is said beside it. */
export function ofPlanIn(text: string, context: TurnContext): OfPlan | null {
  if (ruleFor(text, context.state)?.do === 'emergency') return null;
  const clauses = text.split(CLAUSE).filter((words) => words.trim() !== '');
  return statusIn(text, clauses, context) ?? answerIn(clauses, context);
}

/** 「我的方案，审核好了吗」 is asked over two clauses. */
function statusIn(text: string, clauses: readonly string[], context: TurnContext): OfPlan | null {
  const asking = clauses.filter((words) => asksStatus(folded(words), context));
  const isInOne = asking.length > 0;
  const others = clauses.filter(
    (words) => !asking.includes(words) && !ONLY_NAMED.test(folded(words)),
  );
  if (!isInOne && !asksStatus(folded(text), context)) return null;
  const status = { do: 'plan_status', ...goalNamed(text, context) } as const;
  return { commands: [status], rest: isInOne ? restOf(others) : '' };
}

function answerIn(clauses: readonly string[], context: TurnContext): OfPlan | null {
  const { proposal, state } = context;
  if (!proposal) return null;
  const read = clauses.map((words) => ({ words, answer: answerOf(folded(words), context) }));
  const answers = read.flatMap(({ answer }) => answer ?? []);
  // 「可以」 alone is said of many things: it stands beside 「看过了」, or right under the plan. Too early
  // or too late for an answer, only who names the plan means it, and is told how it stands.
  const isOfPlan =
    proposal.state.stage === 'presented'
      ? answers.some((one) => one.isSure) || state.sincePlan === 0
      : answers.some((one) => one.names) || (isUnwanted(answers) && isJustDrafted(context));
  if (answers.length === 0 || !isOfPlan) return null;
  // 「看过了，不太合适」: what is said against it counts.
  const answer = answers.some((one) => one.answer === 'refused') ? 'refused' : 'read';
  const others = read.flatMap(({ words, answer: own }) => (own === null ? [words] : []));
  const asked = answer === 'refused' ? others.filter((words) => !wantsAnother(words)) : others;
  const ofPlan = read.flatMap(({ words, answer: own }) => (own?.names ? [words] : [])).join('');
  const answering = { do: 'answer_plan', answer, ...goalNamed(ofPlan, context) } as const;
  return { commands: [answering], rest: restOf(asked) };
}

/** 「养老那个方案」 where there may be several: the goal it was for. */
function goalNamed(text: string, { today }: TurnContext): { readonly goal?: string } {
  const { goal } = NAMES_PLAN.test(text) ? needSlots(text, [], today) : {};
  return typeof goal === 'string' ? { goal } : {};
}

/** 「不采用」 right under a draft is of the draft. */
const isUnwanted = (answers: readonly Answer[]): boolean =>
  answers.some(({ answer, isSure }) => answer === 'refused' && isSure);
const isJustDrafted = ({ proposal, state }: TurnContext): boolean =>
  proposal?.state.stage === 'drafted' && isSoonAfter(state.shownPlan?.ago ?? null);

/** 「换个更稳的」 beside a no: what should be different is asked in the reply. */
const wantsAnother = (words: string): boolean =>
  ANOTHER.test(folded(words)) && !/买|卖|赎/.test(words) && !isQuestion(words);
const ANOTHER =
  /^(请|麻烦|你们?|您|给我|帮我|再|重新|那|就|还是|我|想|要)*(换|改|排|做|起草|出|来|弄)(一?个|一?份|一?下|成)?.{0,8}$/;

const CLAUSE = /(?<=[，,。！!？?；;\n])/;

const folded = (text: string): string =>
  normalize(text)
    .text.replace(/[\s，。！!,.~…]/g, '')
    .replace(/[？?]+$/, '？');

/** 「谢谢」 「好的」 beside an answer ask for nothing. */
const restOf = (others: readonly string[]): string => {
  const rest = others
    .filter((words) => !WEIGHED.test(folded(words)))
    .join('')
    .trim();
  return IDLE.test(folded(rest)) ? '' : rest;
};
/** 「和家里人商量过」 「考虑了一下」 only says how it was come to. */
const WEIGHED =
  /^(我|们|也|又|再|仔细|认真)*(考虑|想|商量|[跟和][我家里人老公婆爱伴孩子]{1,4}商量)[过好了一下想来去清楚]{0,4}$/;
const IDLE =
  /^(好的?|嗯|哦|行|收到了?|知道了|谢谢(你|您|啦|了)?|多谢|辛苦了?|麻烦了?|不好意思|抱歉)*$/;

const LEAD =
  '(我|咱|俺|已经|刚|都|也|就|还是?|先|那|嗯|好的?|行|算了|觉得|感觉|认真|仔细|大概|决定|最后|暂时|目前|现在|真的?|最终|确定)*';
const PLAN =
  '([^，。不]{1,6}(?=那[个份]|这[个份]|的(方案|计划)))?(你们?的?|您的?|我的?|顾问的?|发的?|给的?|这个|这份|那个|那份|这|那|新的?)*(方案|计划|建议书|配置|草稿)';
const TAIL = '(了|啦|的|来|做|办|走|吧|啊|呀|哈|嘛|哦|呢|咯)*$';

const READ = new RegExp(
  `^${LEAD}(${PLAN})?${LEAD}(看|读|瞧|了解|阅读|浏览)(过|完|好|到|懂|明白|清楚|了)?(一遍|一下)?(了|啦|咯)?(${PLAN})?${TAIL}`,
);
/** 「看」 alone is a wish to see it. */
const DONE = /过|完|好|到|懂|明白|清楚|了/;
const AGREED = new RegExp(
  `^${LEAD}(${PLAN})?${LEAD}(可以|行|没(有)?(问题|意见)|挺好|不错|同意|认可|满意|合适|采用|接受|就这样|就按这个)(来|办)?(${PLAN})?${TAIL}`,
);
const NOT_TAKEN =
  '(不(再|打算|准备|想|太|大|怎么|是很|会|能)*(要|采用|采纳|用|考虑|接受|同意|满意|认可|合适|喜欢|想要|看好|按|照)|算了|作罢|作废|撤(了|掉|回|销)?|取消|放弃|拒绝|否(了|掉)|不行)';
const REFUSED = new RegExp(
  `^${LEAD}(${PLAN}|这个|它)?${LEAD}(对我)?(来说)?${NOT_TAKEN}(${PLAN}|这个|它)?${TAIL}`,
);

const NAMES_PLAN = new RegExp(PLAN);
const ONLY_NAMED = new RegExp(`^${PLAN}$`);

interface Answer {
  readonly answer: PlanAnswer;
  /** The plan is named. */
  readonly names: boolean;
  /** The words are of the plan by themselves. */
  readonly isSure: boolean;
}

function answerOf(clause: string, { state }: TurnContext): Answer | null {
  if (isQuestion(clause)) return null;
  const names = NAMES_PLAN.test(clause);
  // While something is asked, bare words answer that.
  if (state.flow !== null && !names) return null;
  if (REFUSED.test(clause)) {
    return { answer: 'refused', names, isSure: names || /采[用纳]/.test(clause) };
  }
  if (READ.test(clause) && DONE.test(clause)) {
    return { answer: 'read', names, isSure: names || isSoonAfter(state.sincePlan) };
  }
  return AGREED.test(clause) ? { answer: 'read', names, isSure: names } : null;
}

/** So many replies after a plan was shown, 「看过了」 and 「不采用」 may be of something else. */
const STILL_MEANT = 3;
const isSoonAfter = (sincePlan: number | null): boolean =>
  sincePlan !== null && sincePlan <= STILL_MEANT;
