import { HAPPENINGS } from './happenings.js';
import { HINDRANCES } from './hindrances.js';
import type { Phrase } from './phrase.js';
import { REFUSALS } from './refusals.js';
import { subjectEn } from './subjects.js';

/** 机构自己的话: what the service says in fixed words of the house, in English; customers’ words stay theirs. */

/** Before answering the latest message. */
const WARNINGS: readonly Phrase[] = [
  [
    '身份、尽调或行为能力待核，先核对再谈产品',
    'identity, diligence or capacity to be checked before products',
  ],
  ['客户关闭了个性化推荐，不主动推介产品', 'personalisation is off: bring up no products'],
  ['客户不提供必要信息，不能推荐', 'necessary information refused: nothing may be recommended'],
  ['没有做过风险测评，不能推荐产品', 'never assessed: nothing may be recommended'],
  ['风险测评已过期，不能推荐产品', 'assessment expired: nothing may be recommended'],
  ['风险测评作废，不能推荐产品', 'assessment void: nothing may be recommended'],
  [
    '客户在要承诺：不说保本、不说收益能到多少',
    'wants a promise: say nothing of guarantees or of returns to come',
  ],
  ['客户在问涨跌：不预测', 'asks where prices go: predict nothing'],
  [
    '客户要您替他挑：讲清适当性，由客户自己定',
    'wants you to pick: explain suitability, the customer decides',
  ],
  ['客户要您代操作：不代客下单、不碰密码', 'wants you to act: place no orders, touch no passwords'],
  ['客户在打听内幕消息：不提供、不传播', 'asks for inside information: give and pass on none'],
  [
    '涉及密码或验证码：提醒客户撤回，不要接收',
    'passwords or codes: have them withdrawn, take none',
  ],
  ['涉及别人的账户：不查、不说', 'somebody else’s account: look up and tell nothing'],
  ['客户想用借来的钱：劝阻，不出方案', 'borrowed money: advise against it, draft no plan'],
  ['客户不满或要投诉：按原话登记，不劝退', 'a complaint: file it in their words, talk nobody out'],
  ['客户情绪不好：先承接，再讲事实', 'upset: take it in first, then the facts'],
  ['话里有人身危险：先稳住人', 'a life may be in danger: the person first'],
  ['疑似诈骗：请客户停下，不要转账', 'perhaps a fraud: ask the customer to stop, no transfers'],
  [
    /^客户 (\d+) 岁：一次讲一件、少用术语，高风险产品要两人复核$/,
    'aged $1: one thing at a time in plain words; R4 and above take two reviewers',
  ],
  [
    /^客户 (\d+) 岁：一次讲一件、少用术语，长期保险要当面双录$/,
    'aged $1: one thing at a time in plain words; long insurance is recorded in person',
  ],
];

/** What the machine takes the latest message for. */
const INTENTS: readonly Phrase[] = [
  ['产品概况', 'a product'],
  ['费用', 'fees'],
  ['赎回与到账', 'redemption'],
  ['风险与亏损', 'risk'],
  ['起购金额', 'minimum'],
  ['过往表现', 'performance'],
  ['期限', 'term'],
  ['发行与管理人', 'issuer'],
  ['业绩基准', 'benchmark'],
  ['适不适合', 'suitability'],
  ['要预测涨跌', 'a forecast'],
  ['要收益或保本的承诺', 'a promise of return or principal'],
  ['打听内幕消息', 'inside information'],
  ['要代为操作', 'to act for them'],
  ['涉及密码或验证码', 'passwords or codes'],
  ['打听别人的账户', 'another’s account'],
  ['要替他挑产品', 'a pick'],
  ['问身体状况', 'health'],
  ['想借钱投资', 'to invest borrowed money'],
  ['要提示测评答案', 'answers to the assessment'],
  ['测评有人代答或授意', 'an assessment others answered'],
  ['情绪难受', 'upset'],
  ['觉得被误导', 'feels misled'],
  ['不满回答', 'unhappy with the answer'],
  ['家有丧事', 'a death in the family'],
  ['生病', 'illness'],
  ['生活变故', 'hardship'],
  ['不好意思问', 'shy to ask'],
  ['孤单', 'lonely'],
  ['担心', 'worried'],
  ['喜事', 'good news'],
  ['问是不是真人', 'whether a person speaks'],
  ['道谢', 'thanks'],
  ['打招呼', 'greeting'],
  ['道别', 'farewell'],
  ['说自己的情况', 'tells of themselves'],
  ['寒暄', 'small talk'],
  ['理财规划', 'a plan'],
  ['要投诉', 'a complaint'],
  ['个人信息请求', 'personal data'],
  ['约回电', 'a call back'],
  ['疑似被骗', 'perhaps a fraud'],
  ['做风险测评', 'the assessment'],
  ['人身危险', 'a life in danger'],
  ['找真人', 'a person'],
  ['问规则或知识', 'a rule or fact'],
  ['比较产品', 'comparing products'],
  ['问到账日子', 'when money arrives'],
  ['看有哪些产品', 'what is on the shelf'],
  ['别家的产品', 'another house’s product'],
  ['问自己的账户', 'their own account'],
  ['问自己的测评', 'their own class'],
  ['答复方案', 'answers a plan'],
  ['问方案进度', 'how far the plan is'],
  ['要方案', 'wants a plan'],
  ['问方案内容', 'what is in the plan'],
  ['要不要调仓', 'whether to rebalance'],
  ['没说清是哪一样', 'unclear which'],
  ['不用真人了', 'no person any more'],
  ['说需求', 'tells a need'],
  ['发来文件', 'a file'],
  ['和业务无关', 'off topic'],
];

/** Next best actions, and why. */
const STEPS: readonly Phrase[] = [
  [
    '先稳住人，问清在哪里、身边有没有人',
    'Keep them talking; ask where they are and who is with them',
  ],
  ['客户的话里有人身危险，钱的事放后', 'A life may be in danger; money waits'],
  [
    '核实钱是否已转出，请客户报警、联系转出银行止付',
    'Ask whether money has gone; have them call the police and stop the payment',
  ],
  ['疑似正在受骗，越早越好', 'Perhaps being cheated right now; the sooner the better'],
  ['按原话登记投诉，告诉客户答复的日子', 'File the complaint as said; tell when it is answered'],
  ['客户表示不满或要投诉，不劝退、不辩解', 'Unhappy or complaining: no dissuading, no excuses'],
  ['请客户如实重做风险测评', 'Ask for a truthful new assessment'],
  ['还没有做过风险测评，现在不能推荐产品、不能出方案', 'Never assessed: no products, no plan'],
  ['风险测评已过有效期，现在不能推荐产品、不能出方案', 'Assessment expired: no products, no plan'],
  ['最近一次测评作废，现在不能推荐产品、不能出方案', 'Last assessment void: no products, no plan'],
  ['不要为了买某只产品而劝测', 'never for the sake of one product'],
  ['劝客户不要用借来的钱投资', 'Advise against investing borrowed money'],
  ['借款到期必还，投资可能亏', 'Loans fall due; investments may lose'],
  ['按已确认的需求起草方案，送审后再和客户谈', 'Draft a plan for the confirmed need, then review'],
  ['需求已由客户确认，还没有方案', 'The need is confirmed and has no plan yet'],
  ['需求说到一半，缺这几样不能配置', 'The need is half told; without these nothing is allocated'],
  ['去核实，并给客户一个答复的时间', 'Check, and say when you will answer'],
  ['没有查到可靠的依据，不要凭印象回答', 'Nothing reliable was found; do not answer from memory'],
  [
    '先问用钱的时间，再给「持有 / 赎回」两种选择的费用对照',
    'Ask when the money is needed, then what holding and leaving cost',
  ],
  ['客户在考虑卖出，去留由客户自己定', 'They think of selling; whether to is theirs'],
  [
    '说明等级不再匹配、去留由客户决定，不再介绍同级产品',
    'Say the grade no longer fits, they decide; bring up no more of it',
  ],
  [
    /^(.+)等 (\d+) 只高过客户的 C(\d|null)$/,
    '$1 and others, $2 in all, are above the customer’s C$3',
  ],
  ['可约客户谈分散，先听用途和期限', 'Offer to talk about spreading; first what for and how long'],
  [/^(.+)占持仓 (\d+)%，超过 (\d+)% 提醒线$/, '$1 is $2% of what is held, above the line of $3%'],
  ['放慢、一次讲一件，可请家人一起听', 'Slowly, one thing at a time; family may listen'],
  [/^客户 (\d+) 岁，高风险产品要两人复核$/, 'Aged $1: R4 and above take two reviewers'],
  ['先问这笔钱做什么用、什么时候用', 'Ask what the money is for, and when'],
  ['还不知道需求，先了解再谈产品', 'The need is unknown: first that, then products'],
  ['审核方案草稿', 'Review the drafted plan'],
  ['草稿在等持证顾问审核，客户在等结果', 'It waits for a licensed advisor, and the customer waits'],
  ['请客户看审核过的方案，有疑问逐条讲', 'Ask them to read the plan; explain line by line'],
  ['方案已审核，客户还没有确认收到', 'The plan is signed and not yet acknowledged'],
  ['和客户核对需求，重新起草方案', 'Go over the need and draft anew'],
  ['上一份方案已过期', 'The last plan has expired'],
];

/** Why products are listed or left out. */
const SHORTLIST: readonly Phrase[] = [
  ['刚才说到', 'just spoken of'],
  ['没有风险等级', 'not graded'],
  [/^(R\d) 不高于 (C\d)$/, '$1 is within $2'],
  [/^最短持有 (\d+) 日$/, 'held at least $1 days'],
  ['当天到账', 'paid the same day'],
  [/^T\+(\d+) 到账$/, 'paid T+$1'],
  ['已持有', 'held'],
  ['不在售', 'not on sale'],
  ['您没有对应的执业资格', 'you lack the licence'],
  ['超出您可讲解的产品等级', 'above the grade you may explain'],
  ['锁定期长过用钱时间', 'locked longer than the money may be'],
  ['没有有效的风险测评', 'no valid assessment'],
  ['测评作废', 'assessment void'],
  ['等级高过客户（理财，不可突破）', 'above the class (wealth product: never)'],
  ['等级高过客户（不主动推介）', 'above the class (not brought up)'],
  ['最低类别只限 R1', 'lowest category: R1 only'],
  ['和用钱时间或可承受的亏损不符', 'does not fit the time or the loss that can be borne'],
  ['高龄客户的高风险产品，要两人复核', 'R4 and above for an older customer: two reviewers'],
  ['要当面双录', 'recorded in person'],
  [/^适当性第 (\d+) 行$/, 'row $1 of suitability'],
];

/** Who takes a conversation, and why. */
const ROUTING: readonly Phrase[] = [
  ['是客户的客户经理', 'is the customer’s relationship manager'],
  ['综合匹配最合适', 'fits best over all'],
  ['以前服务过这位客户', 'has served this customer before'],
  [/^手上 (\d+) 个会话，还能接 (\d+) 个$/, 'has $1 conversations and room for $2'],
  ['客户投诉的正是这位同事', 'it is the colleague complained of'],
  ['与客户是亲属', 'is a relative'],
  ['是客户本人', 'is the customer'],
  ['已申报利益冲突', 'a declared conflict of interest'],
  ['岗位不接待客户', 'does not serve customers'],
  [/^对(.+)没有销售资质$/, 'no licence to sell $1'],
  [/^对(.+)授权等级不够$/, 'not authorised for the grade of $1'],
  ['投诉不由客户经理本人受理', 'a complaint is not for the manager'],
  ['不在服务时间', 'out of hours'],
  ['未在线或正在休息', 'offline or on a break'],
  [/^手上已有 (\d+) 个会话，上限 (\d+) 个$/, 'has $1 conversations, the most is $2'],
];

/** Why a moment is on the list today. */
const MOMENTS: readonly Phrase[] = [
  ['对话在等人接手', 'a conversation waits to be taken'],
  ['收到投诉', 'a complaint came in'],
  [/^投诉已经 (\d+) 天$/, 'complained $1 days ago'],
  ['新设备登录后有大额转出', 'a large transfer after a new device'],
  ['客户在对话里说到疑似诈骗', 'spoke of what may be a fraud'],
  [/^隔了 (\d+) 天回来$/, 'back after $1 days'],
  [/^(\S+) 到期$/, 'due $1'],
  [/^([^：]+) 五个交易日跌了 (.+)%$/, '$1 fell $2% in five trading days'],
  ['市场一天跌得比较多，持有股票类产品', 'the market fell much in a day; equities are held'],
  [/^([^：]+) 从 (R\d) 调到 (R\d)，超过客户等级$/, '$1 went from $2 to $3, above the class'],
  [/^([^：]+) 从 (R\d) 调到 (R\d)$/, '$1 went from $2 to $3'],
  [/^([^：]+) 占全部持仓 (\d+)%$/, '$1 is $2% of all that is held'],
  ['反复看超过风险等级的产品', 'looks again and again above the class'],
  [/^转入 (\S+) 元$/, '¥$1 came in'],
  [/^转出或赎回 (\S+) 元$/, '¥$1 went out or was redeemed'],
  ['有一笔奖金或分红到账', 'a bonus or dividend arrived'],
  ['定投没有扣成', 'a regular investment was not debited'],
  ['定投达到目标', 'a regular investment reached its goal'],
  ['有资金长期闲置', 'money has lain idle'],
  ['生活有重大变化', 'something in their life changed'],
  ['房贷有变化', 'the mortgage changed'],
  [/^已满 (\d+) 岁$/, 'turned $1'],
  [/^将满 (\d+) 岁$/, 'turns $1 soon'],
  [/^孩子 (\S+) 满 (\d+) 岁$/, 'a child turns $2 on $1'],
  [/^(\S+) 退休$/, 'retires $1'],
  ['今天生日', 'birthday today'],
  [/^测评 (\S+) 到期$/, 'assessment runs out $1'],
  [/^(C\d) 变为 (C\d)$/, '$1 became $2'],
  [/^保费 (\S+) 到期$/, 'premium due $1'],
  ['顾问换了人', 'the advisor changed'],
  ['档案里的顾问已经不在岗', 'the advisor on file has left'],
  [/^犹豫期到 (\S+)，还有 (\d+) 天$/, 'may be cancelled until $1, $2 days left'],
  [/^证件 (\S+) 到期$/, 'identity document runs out $1'],
  ['身份资料不全', 'identity data incomplete'],
];

const lengthOf = (said: RegExp | string): number =>
  typeof said === 'string' ? said.length : said.source.length;

/** What moments are called, and what an advisor is asked to do at each. */
const MOMENT_STEPS: readonly Phrase[] = [
  ['客户投诉', 'A complaint'],
  ['新设备登录后大额转出', 'A large transfer after a new device'],
  ['疑似被骗', 'Perhaps being cheated'],
  ['久未登录的客户回来了', 'Back after a long absence'],
  ['先更新资料和测评，再谈产品', 'Refresh data and assessment before products'],
  ['风险测评到期', 'Risk assessment runs out'],
  ['测评等级变化', 'The assessed class changed'],
  ['和客户再确认一遍，重新匹配', 'Confirm with the customer, match anew'],
  ['保费到期', 'A premium is due'],
  ['宽限期内提醒，问有没有难处', 'Remind within the grace period; ask about difficulties'],
  ['顾问离职或更换', 'The advisor has left or changed'],
  ['保单犹豫期', 'Cooling-off period of a policy'],
  ['证件到期或身份资料缺失', 'An identity document runs out'],
  ['存款或理财到期', 'A deposit or product matures'],
  [
    '问清这笔钱接下来怎么用，再看同等级的选择',
    'Ask what the money is for, then look at the same grade',
  ],
  ['持有产品净值明显下跌', 'A product they hold fell sharply'],
  ['按贡献解释，不预测', 'Explain by contribution; no forecast'],
  ['市场大跌', 'The market fell sharply'],
  ['持有产品的风险等级上调', 'A product they hold was graded up'],
  ['重新出具匹配意见；超过等级的不再推介', 'Renew the opinion; no longer bring it up'],
  ['基金经理变更', 'A fund manager changed'],
  ['暂停申赎、限额或巨额赎回', 'A product was suspended or limited'],
  ['费率调整', 'Fees changed'],
  ['单一产品占比过高', 'One product is a large share'],
  ['谈分散，不代客户做主', 'Talk about spreading; the customer decides'],
  ['反复浏览超过等级的产品', 'Looks again and again at products above their class'],
  ['谈风险，不推产品', 'Talk about risk; push nothing'],
  ['生活有重大变化', 'Something in their life changed'],
  [
    '先关心人，看应急钱够不够，情况变了请客户重新测评',
    'Care first; check emergency money; re-assess if need be',
  ],
  ['房贷结清或新办', 'A mortgage ended or began'],
  ['看每月收支怎么变', 'See how the month changes'],
  ['满 60 岁或 65 岁', 'Turned 60 or 65'],
  ['孩子到上学的年纪', 'A child comes to an age of school'],
  ['一起看教育金够不够', 'Look at the education goal together'],
  ['临近退休', 'Retirement is near'],
  ['一起排退休后的每月收支', 'Plan monthly income and spending together'],
  ['生日', 'Birthday'],
  ['问候，不谈产品', 'A greeting; no product'],
  ['大额资金转入', 'Much money came in'],
  ['道谢，问这笔钱的用处，先不谈产品', 'Thank them, ask what it is for; no product yet'],
  ['大额转出或赎回', 'Much money went out'],
  ['问原因，看服务有没有没做好的地方', 'Ask why, and whether the service fell short'],
  ['奖金或分红到账', 'A bonus or dividend arrived'],
  ['定投扣款失败', 'A regular investment was not debited'],
  ['定投达到目标', 'A regular investment reached its goal'],
  ['按原来的目标谈下一步', 'Talk about what is next for the goal'],
  ['资金闲置', 'Money lies idle'],
];

const PHRASES: readonly Phrase[] = [
  ...REFUSALS,
  ...HINDRANCES,
  ...HAPPENINGS,
  ...WARNINGS,
  ...INTENTS,
  ...STEPS,
  ...SHORTLIST,
  ...ROUTING,
  ...MOMENT_STEPS,
  // 「保费 … 到期」 before 「… 到期」.
  ...[...MOMENTS].sort(([one], [other]) => lengthOf(other) - lengthOf(one)),
];

function whole(text: string): string | null {
  const [, known] = /^熟悉(.+)$/.exec(text) ?? [];
  if (known !== undefined) return `knows ${subjectEn(known)}`;
  for (const [said, english] of PHRASES) {
    if (typeof said === 'string' ? said === text : said.test(text))
      return typeof said === 'string' ? english : text.replace(said, english);
  }
  return null;
}

/** Part by part where it is put together of several; what is no phrase of the house stays as it is. */
export function houseEn(text: string): string {
  const parts = text.replace(/。$/, '').split('；');
  return (
    whole(text) ??
    parts
      .map(ofOne)
      .join('; ')
      .replace(/^分给(.+?):/, 'to $1:')
  );
}

const ofOne = (text: string): string =>
  whole(text) ??
  text
    .split('：')
    .map((part) => whole(part) ?? part)
    .join(': ');
