import type { Command, FlowName } from '../../terms/command.js';
import { speaksOfFailure } from './failed-words.js';
import { OPTS_IN, RESUMES_MARKETING } from './slots/rights.js';

/** 事项: plain wishes that begin a matter of several messages, whichever model is configured. */

/** Whoever asks how, whether or how long wants to know, and has decided nothing yet. */
const ONLY_ASKS =
  /[吗嘛么]$|(能|可以|会|让|给|影响|还)[^，。]{1,12}(不|没|没有)$|要不要|用不用|需不需要|该不该|是不是(得|要|该|必须)|能不能|可不可以|可以.{0,8}[吗么不]|怎么(弄|办|做|操作|删|关|填|才|行使)|如何|多久|多少年|几年|为什么|凭什么|为啥|有没有|会不会|^什么/;

interface Matter {
  readonly flow: FlowName;
  readonly when: RegExp;
  readonly unless?: RegExp;
}

const DATA = '(个人|身份|客户)?(信息|资料|数据|档案|记录)';

const MATTERS: readonly Matter[] = [
  {
    flow: 'assessment',
    when: /^(我|现在|想|要|来|先|请|帮我|给我|带我|马上|重新|再|就|去|继续)*(开始|做|测|填|进行|参加|更新|重做|重测|重新)(一下|个|一次|一遍|完|一份|下)*(这个|那个|我的)?(风险)?(承受能力)?(测评|评估|测试|问卷|风评)(吧|了|啊|呀|哈)?$|^(我)?(要|想)(重新|再)?(测评|风评|重测)$/,
    unless: new RegExp(`${ONLY_ASKS.source}|过期|到期`),
  },
  {
    flow: 'assessment',
    when: /^(好的?|行|可以|嗯|那|就|我|来|现在|先|去|马上|开始)+测(吧|一下|一测|呗|评|啊|呀|嘛)*$/,
  },
  {
    flow: 'need',
    when: /(帮|给|替|请)(我|咱|俺|忙).{0,8}(规划|配置|打理|理财方案|理一理|盘一盘|安排)/,
    unless:
      /顾问|人工|真人|回电|电话|下单|买入|赎回|转账|操作|预约|投诉|说说|讲讲|介绍|一般(都|是)?(怎么|咋)|通常/,
  },
  {
    // 「帮我理财」 and no more wants a plan; 「帮我理财，你来操作」 wants to be acted for.
    flow: 'need',
    when: /^(你好|您好|嗯|那|你们?|您|能不能|能否|能|可不可以|可以|想|请|麻烦)*(帮|给|替)(我|咱|俺)(们|家)?(理(一?理|一?下)?(财|钱)|(做|弄)(个|点|一下)?理财|管一?管钱)(一下)?(可以|行|好)?(不行|不好|吗|么|吧|呗|啊|呀)*$/,
  },
  {
    // 「有笔定期刚到期，想打理打理」 「整俩钱儿想搁这儿放几年，咋整」.
    flow: 'need',
    when: /(笔|钱|存款|定期|闲钱|奖金|年终奖|拆迁款|补偿款)[^。]{0,14}(想|要)(好好)?(打理|理一?理|规划|盘一?盘|安排)(打理|理|规划|盘|安排|一下|下)*(吧|呢|啊|了)*$|(钱|钱儿|闲钱|存款|奖金)[^。]{0,8}(想|要|打算|准备)[^。]{0,4}(搁|放|存)[^。]{0,6}(年|阵子)[^。]{0,6}(咋|怎么|好)(整|弄|办|搞|放|安排)?$/,
    unless: /基金|保险|国债|存单|股票|转账|手续费|利息|赎|取(出|不)|一般|通常/,
  },
  { flow: 'need', when: /^(我)?(想|要|需要)(做|弄|来)(个|一个|一份)?(理财|资产|家庭)?(规划|配置)/ },
  {
    flow: 'need',
    when: /([\d一二两三四五六七八九十百]万|[\dwk]块?|一笔|有笔|手(里|头|上)).{0,40}(放哪|存哪|怎么(放|安排|打理|配|理财|弄|分|存|摆)|咋(放|安排|打理|配|弄|整|分|存|摆))(?!红|单|折)/,
    unless: /基金|保险|国债|存单|股票|转账|手续费|利息|发票|赎|取(出|不)/,
  },
  {
    flow: 'need',
    when: /^(你好|您好|嗯|那)?(我|俺|咱)?(现在|手里|手上|手头|家里|这)*(有|攒了|存了|剩)(个|差不多|大概|大约)?[\d一二两三四五六七八九十百几]+(来|多|几)?(万|w|千|百万)(块|元)?(钱|块钱|闲钱|存款)?(左右|上下)?(想|打算|准备|要)(要)?(理财|投资|理理财|做点?投资|做点?理财|打理|存起来|放起来)(一下|吧|呢)?$/,
  },
  {
    flow: 'complaint',
    when: /我(要|想|得|先|就|必须|现在|那|另外|再)*(去)?投诉|^投诉[!你他她]|(帮|给|替)我(立|登记|记|报)(个|一个|一下|上)?(案|投诉)|^(那|我要|要|就)*(立案|登记(一下)?投诉|投诉登记)(吧|一下)?$/,
    unless: new RegExp(`${ONLY_ASKS.source}|不投诉|没投诉|投诉过|投诉(的|编号|进度|结果)`),
  },
  {
    flow: 'privacy',
    when: new RegExp(
      `(删|清除|清空|清掉|抹掉|销毁).{0,8}${DATA}|${DATA}.{0,8}(删|清除|清空|清掉|抹掉|销毁)`,
    ),
    unless: new RegExp(`${ONLY_ASKS.source}|泄露|自选|聊天记录可以`),
  },
  {
    flow: 'privacy',
    when: /(关(掉|闭|了)?|停(掉|了|止)?|取消|退出|不要).{0,8}(个性化|精准推|算法推|画像)|(个性化|精准推|算法推|画像).{0,8}(关|停|取消)/,
    unless: ONLY_ASKS,
  },
  {
    flow: 'privacy',
    when: /(查看?|看看|删(除|掉)?|清(除|空|掉)|更正).{0,12}标签|标签.{0,8}(删|清|去掉|更正)/,
    unless: new RegExp(`${ONLY_ASKS.source}|产品|基金`),
  },
  { flow: 'privacy', when: OPTS_IN, unless: new RegExp(`${ONLY_ASKS.source}|怎么|如何|哪里`) },
  { flow: 'privacy', when: RESUMES_MARKETING, unless: new RegExp(`${ONLY_ASKS.source}|投诉`) },
  {
    flow: 'privacy',
    when: /(要求|请|停|别|不要|不许|取消|退订|关).{0,10}(营销|推销|广告|骚扰)(的)?(短信|电话|信息|消息|邮件)|(营销|推销|广告|骚扰)(的)?(短信|电话|信息|消息|邮件).{0,6}(停|关|取消|退)/,
    unless: new RegExp(`${ONLY_ASKS.source}|投诉`),
  },
  {
    flow: 'privacy',
    when: /(没|未)(有)?同意过?.{0,8}(打(过)?(来)?电话|发(过)?短信|推销|营销|骚扰|推广)|(天天|老是?|总是?|整天|一直).{0,4}(推销|营销|骚扰)|(推销|骚扰).{0,4}(烦|受不了|受够)/,
    unless: new RegExp(`${ONLY_ASKS.source}|投诉`),
  },
  {
    flow: 'privacy',
    when: /(要求|请|我要|申请).{0,6}(说明|解释|告知).{0,10}(结果|等级|依据|怎么(算|评|得|来)|(为什么|凭什么|为啥)[^，。]{0,8}推荐|自动化|算法|画像)/,
    unless: /投诉/,
  },
  { flow: 'privacy', when: /行使.{0,10}权利?/, unless: ONLY_ASKS },
  {
    flow: 'privacy',
    when: new RegExp(
      `(要求|申请|我要|我想|帮我)(查看?|查询|查阅|看看|复制|导出|下载).{0,8}(我|你们).{0,8}${DATA}`,
    ),
    unless: /怎么|如何|交易|聊天记录|持仓|余额|收益|订单|进度|基金|产品|保单|理财|测评|风险/,
  },
];

/** The matter that folded words begin, or null. */
export function matterOf(folded: string): Command | null {
  const matter = MATTERS.find(({ when, unless }) => when.test(folded) && !unless?.test(folded));
  if (!matter || (matter.flow === 'need' && speaksOfFailure(folded))) return null;
  return { do: 'start_flow', flow: matter.flow };
}
