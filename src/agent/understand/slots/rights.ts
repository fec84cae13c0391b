import type { Right } from '../../../compliance/rights.js';

/** 个人信息权利 in the customer's words: which one is wanted, or which ones. */

/** 「不要重新打开」 「又打开了」 want nothing back. */
const wantedBack = (acts: string): string => `(?<!(不|别|没|拒绝)[^,，。]{0,4})(${acts})(?!了|着)`;
const either = (acts: string, matter: string): RegExp =>
  new RegExp(`${acts}.{0,10}${matter}|${matter}.{0,8}${acts}`);

/** 「把个性化推荐重新打开」: what was refused is wanted again. */
export const OPTS_IN = either(
  wantedBack('打开|开启|恢复|重新开|再开|开回来'),
  '(个性化|精准推|画像|算法)',
);
export const RESUMES_MARKETING = either(
  wantedBack('恢复|重新(打?开|接收?|收|订)'),
  '(营销|推销|广告|推广)(的)?(短信|电话|信息|消息|邮件|推送)',
);

const RIGHTS: readonly (readonly [RegExp, Right])[] = [
  [OPTS_IN, 'opt_in'],
  [RESUMES_MARKETING, 'resume_marketing'],
  // 「删掉你们给我打的标签」 wants a label gone, not everything.
  [/标签/, 'tags'],
  // 「删除我的营销信息」 wants no more of it, not everything deleted; nor did who 「从没同意」 to calls.
  [
    /(删(除|掉|了)?|清除).{0,6}(营销|推销|广告|推广)|(没|未)(有)?同意过?.{0,8}(打|电话|短信|推销|营销|骚扰|推广)|(天天|老是?|总是?|整天|一直).{0,4}(推销|营销|骚扰)|(推销|骚扰).{0,4}(烦|受不了|受够)/,
    'stop_marketing',
  ],
  [/删(除|掉|了)?|注销|抹掉|清除|清空/, 'delete'],
  [
    /(停止?|不要|别|不想|关(掉|闭)?|取消|拒绝|退订).{0,10}(营销|推销|广告|电话|短信|推送|骚扰)|骚扰电话|(营销|推销|广告)(的)?(短信|电话|信息|消息|邮件).{0,6}(停|关|取消|退)/,
    'stop_marketing',
  ],
  [
    /(关(掉|闭)?|退出|拒绝|不要|取消).{0,10}(个性化|画像|推荐|自动化|算法)|(个性化|画像|推荐|算法).{0,8}(关|退出|取消|停)/,
    'opt_out',
  ],
  [
    /(撤回|收回|撤销|取消|撤掉).{0,12}(同意|授权|许可)|(同意|授权).{0,8}(撤回|收回|撤销|取消|撤掉)|不再同意|反悔.{0,4}(同意|授权)/,
    'withdraw_consent',
  ],
  [
    /(怎么|为什么|凭什么|依据).{0,12}(算|评|得出|判|推荐给我|结果)|解释|说明(一下)?(理由|依据)/,
    'explain',
  ],
  [/改正?|更正|修改|更新|错(了|的)|不对/, 'correct'],
  [
    /查看|看看|查(一下|一查|询)?.{0,3}(我|个人).{0,6}(信息|资料)|存了.{0,2}(什么|哪些)|有(什么|哪些).{0,4}(信息|资料)|(发|给|要|拿)[^，。]{0,3}一?份.{0,12}(信息|资料|档案)|复制|导出|副本|拷贝|查阅/,
    'access',
  ],
];

const BETWEEN_WISHES =
  /[，,、。；;]|然后|并且?|顺便|同时|还(?=[要想请把关删停查撤])|再(?=[把关删停查撤])/;

/** 「删除我的信息，还要关掉个性化推荐」 are two; one stands alone, several in a list. */
export function rightsIn(folded: string): Right | readonly Right[] | null {
  const wishes = folded.split(BETWEEN_WISHES).flatMap((wish) => rightIn(wish) ?? []);
  const [only, ...more] = new Set(wishes);
  return more.length > 0 && only ? [only, ...more] : (only ?? rightIn(folded));
}

const rightIn = (folded: string): Right | null =>
  RIGHTS.find(([words]) => words.test(folded))?.[1] ?? null;
