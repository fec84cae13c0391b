import { normalize } from '../../language/fold.js';
import type { Command, Emergency, RefusedSubject } from '../../terms/command.js';

/**
 * What a sentence must at least speak of before we refuse it. A router that knows a few thousand lines
 * puts 「那什么时候能看到」 with forecasts and 「我朋友都这么干」 with other people's accounts.
 */
const WORDS: Readonly<Partial<Record<RefusedSubject, RegExp>>> = {
  market_prediction:
    /涨|跌|升|降|走势|行情|点|反弹|回本|见底|抄底|牛|熊|后市|前景|前途|收益|利率|息|汇率|金价|房价|预测|看好|看空|赚|亏|赔|翻|回来|机会|时机|仓|进场|入场|上车|大盘|市场|股|债|黄金|美元|基金|绿|红/,
  other_customer:
    /查|账|帐|持仓|买|卖|投|资料|信息|电话|号|手机|地址|住|余额|份额|收益|亏|赚|多少|什么|啥|谁|哪|告诉|看|密码|登录|客户|大户/,
};

const DISTRESS =
  /亏|赔|跌|钱|急|慌|怕|难|苦|烦|气|骂|骗|垃圾|破|滚|废|傻|病|死|哭|睡|咋办|怎么办|没用|没人|离婚|债|贷|救|受不|崩|愁|担心|心|累|人话|有用|烂|坑|绝|完了|糟|惨|恼|火|怒|孤|压力|撑|熬|失业|裁员|糊弄|敷衍|扯|屁|妈的|操|什么玩意|推来推去/;

/** Whoever scolds speaks to us, or swears. */
const SCOLDING =
  /你|您|答|懂|机器|客服|人话|智障|智能|笨|蠢|傻|呆|废|垃圾|烦|滚|没用|有用|差劲|烂|屁|妈|操|靠|草|玩意|扯|敷衍|糊弄|复读|来回|车轱辘|无语|服了|算了|白问|浪费|坑|骗|耍/;

/** Thanks, or that it was taken in; 「唔该」 folds to 「不该」. */
const THANKS =
  /谢|感激|^不该|多该|辛苦|麻烦|好|行|嗯|哦|噢|懂|明白|知道|了解|清楚|收到|可以|没问题|对|是的?|ok|thank|thx|[👍🙏]/iu;

/** Greeted, or called. */
const GREETS = /好|在|嗨|喂|嘿|哈|您|你|早|晚|请教|请问|咨询|打扰|有人|小|hi|hello|hey|yo/i;

/** What an alarm that is only likely must speak of; a sure one rings whatever the words. */
const ALARMS: Readonly<Record<Emergency, RegExp>> = {
  fraud:
    /转|汇|打款|付|交|钱|骗|码|链接|群|老师|账|卡|扫|下载|屏幕|投资|提现|保证金|公安|法院|警|贷|红包|充值|客服|冒充|威胁|起诉/,
  self_harm:
    /活|死|累|撑|没意思|解脱|走了|想不开|结束|绝望|跳|药|没用|拖累|遗|消失|睡|告别|再见|尽头|没劲|熬/,
};

/** Whether words that only may be an alarm speak of anything an alarm is about. */
export const speaksOfAlarm = (kind: Emergency, text: string): boolean =>
  ALARMS[kind].test(normalize(text).text);

/** 「续保会不会涨价」 asks what a contract says of its price, which nobody has to foresee. */
const OF_A_CONTRACT =
  /(续保|保费|费率|手续费|管理费|会员费)[^，。]{0,8}(涨|调|变|贵|高)|(寿险?|增额寿?|年金|重疾|医疗险?|两全|万能险?|分红险|保险|保单|退保)[^，。]{0,8}回本/;

/** Whether words ask where a market goes, rather than what a contract says of its own price. */
export const isOfMarket = (text: string): boolean => !OF_A_CONTRACT.test(normalize(text).text);

/** A refusal or comfort of what the words do not speak of is none: they are looked up like any question. */
export function unlessUnsaid(command: Command, text: string): Command {
  const words = wordsFor(command);
  return !words || words.test(normalize(text).text) ? command : { do: 'answer', query: text };
}

/** A call back is asked of us; what others call about, or never should have, is no wish. */
const CALL_BACK =
  /^(?!.*(没同意|没让|没授权|别(再|给|老)|不要(再|给)|少(拿|给|跟|打)|糊弄|骚扰|推销|(他|她|对方|骗子|陌生人).{0,6}(打|来)(了|来)?电?话)).*(回(个|一个)?(电|话|拨)|来(个)?电|电话|联系|打给|打过来|打我|打$|约|回访|call|phone|ring)/;

function wordsFor(command: Command): RegExp | undefined {
  if (command.do === 'refuse') return WORDS[command.subject];
  if (command.do === 'social' && command.act === 'upset') return DISTRESS;
  if (command.do === 'social' && command.act === 'scolded') return SCOLDING;
  if (command.do === 'social' && command.act === 'thanks') return THANKS;
  if (command.do === 'social' && command.act === 'greeting') return GREETS;
  if (command.do !== 'request_human') return undefined;
  if (command.reason === 'distress') return DISTRESS;
  return command.reason === 'callback' ? CALL_BACK : undefined;
}
