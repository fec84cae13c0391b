import type { Phrase } from './phrase.js';

/** Why the service will not do something. */
const ENTRANCE: readonly Phrase[] = [
  ['没有找到', 'Not found'],
  ['需要登录', 'Sign in first'],
  ['请先设置自己的口令', 'Choose a password of your own first'],
  ['您的岗位没有这项权限', 'Your role does not allow this'],
  ['这件事要由别人来做', 'Somebody else has to do this'],
  [
    '这件事要两个人分别办理，您的账号还没有绑定员工，不能办；请管理员在「员工」里绑定后再试',
    'This takes two people and your account is bound to no employee: have an administrator bind it under Staff',
  ],
  ['请求里有不能保存的字符', 'It holds characters that cannot be kept'],
  ['请求内容有误', 'Something in it is wrong'],
  ['页面已过期，请刷新后再试', 'This page is out of date: reload and try again'],
  ['这个请求来自别的网站', 'This came from another site'],
  ['尝试次数过多，请稍后再试', 'Too many attempts: try again later'],
  ['您发得有点快，请稍等几秒', 'That was a little fast: wait a few seconds'],
  ['收到的日期不能晚于今天', 'It cannot have come in later than today'],
  ['Idempotency-Key 太长', 'The Idempotency-Key is too long'],
  ['这个 Idempotency-Key 已用于另一个请求', 'This Idempotency-Key was used for another request'],
  ['同一个请求正在处理', 'The same request is being dealt with'],
  ['刚才没处理成功，请再试一次', 'That did not work: please try again'],
  ['现在登录的人太多', 'Too many people are signing in: try again in a moment'],
  [
    '用户名或口令不对。连续输错会暂时锁定账号，请稍后再试，或请管理员重置',
    'Wrong user name or password. Repeated mistakes lock the account for a while: try later, or have it reset',
  ],
  ['新口令要和现在的不同', 'The new password must differ from the present one'],
  ['现在的口令不对', 'The present password is wrong'],
  [
    /^口令至少 (\d+) 个字符，一句自己记得住的话就很好$/,
    'At least $1 characters; a sentence you remember does well',
  ],
  [/^口令最多 (\d+) 个字符$/, 'At most $1 characters'],
  ['这个口令太容易被猜到，请换一个', 'Too easily guessed: choose another'],
  [/^员工账号 (\S+) 已经存在$/, 'There is an account $1 already'],
  [/^没有员工账号 (\S+)$/, 'There is no account $1'],
  [/^没有员工 (\S+)$/, 'There is no employee $1'],
  [/^员工 (\S+) 已经有账号 (\S+)$/, 'Employee $1 has account $2 already'],
];

const SERVING: readonly Phrase[] = [
  [/^(.+)已接手这位客户$/, '$1 has taken this customer'],
  ['这个会话不在您手上，请先接手', 'It is not in your hands: take it first'],
  ['这个会话还没有结束', 'It has not ended yet'],
  ['会话已有变化，请刷新后再试', 'It has changed meanwhile: reload and try again'],
  [
    '您与这位客户有登记在案的利益冲突，请由同事接待',
    'A conflict of interest with this customer is on file: a colleague has to serve',
  ],
  [/^(.+)现在不能接$/, '$1 cannot take it now'],
  ['没有对应的员工，不能接待客户', 'Your account is bound to no employee: it cannot serve'],
  ['这句话不能发送', 'This cannot be sent'],
  ['请写明理由，或改一改再发', 'Give a reason, or change it first'],
  [
    '引用的资料现在查不到，请重新查一次',
    'What is cited is not found any more: look it up once more',
  ],
  [/^(.+)现在不在售，不能发$/, '$1 is not on sale: it cannot be sent'],
  ['适当性不通过，不能发给这位客户', 'Not suitable: it cannot be sent to this customer'],
  [
    '您没有讲这类产品的执业资格，请转交有资格的同事',
    'You lack the licence for such products: hand over to somebody licensed',
  ],
  [
    '这只产品超出您可讲解的等级，请转交有授权的同事',
    'It is above the grade you may explain: hand over to somebody who may',
  ],
  [
    '客户没有登录，不知道他能承受什么，不能推介产品',
    'The customer is not signed in: what they can bear is unknown, nothing may be brought up',
  ],
];

/** Why a customer may not be written to, and until when. */
const BARRIERS: readonly (readonly [string, string])[] = [
  ['客户登记了请勿打扰', 'Do not contact'],
  ['客户没有同意接收营销信息', 'No consent to marketing'],
  ['客户关闭了个性化推荐', 'Personalisation is off'],
  ['适当性不允许向这位客户提起', 'Suitability does not allow it'],
  ['客户没有同意了解这类业务', 'No consent to hear of such business'],
  ['一周内已向客户做过一次营销触达', 'Contacted once this week already'],
  ['现在是静默时段', 'Quiet hours'],
];

const MOMENTS: readonly Phrase[] = [
  ['没有这一条提醒', 'There is no such reminder'],
  ['这一条已经处理过了', 'It has been dealt with'],
  ['这一条已经告诉客户了', 'The customer has been told'],
  ['只能推迟到以后、有效期以内的一天', 'It can be put off to a later day within its term only'],
  ['已经就这件事给客户写过消息', 'The customer has been written to about it'],
  ['客户没有打开的会话，请改用电话', 'The customer has no open conversation: call instead'],
  ['客户正在办别的事，请稍后再写', 'The customer is in the middle of something: write later'],
  ...BARRIERS.flatMap(([said, english]): readonly Phrase[] => [
    [said, english],
    [new RegExp(`^${said}，(.+) 后可以$`), `${english} until $1`],
  ]),
  ['自己申请的要由别人批准', 'Somebody else has to agree to what you asked for'],
  ['这项申请已经有人处理过了', 'Somebody has decided this already'],
  ['这项申请已经过时，请重新申请', 'It has lapsed: ask anew'],
];

export const REFUSALS: readonly Phrase[] = [...ENTRANCE, ...SERVING, ...MOMENTS];
