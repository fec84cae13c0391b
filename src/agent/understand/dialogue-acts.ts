import { normalize } from '../../language/fold.js';
import type { Command } from '../../terms/command.js';

/** 会话动作: short words that mean something only beside what was just asked. */

const PAUSE = /[\s，。！？!?,.、~…]+/g;
const FILLER = /[\s，。！？!?,.、~…的了呀啊哦嗯吧呢哈啦]+/g;

const CANCEL =
  /^(算了|(就)?当我没(说|讲|问)|取消|退出|停(吧|了)?$|停止|结束|不弄|不填|不说|不聊|先不说|先不弄|先不填|不想说|不想填|不想聊|别问|不要问|不用问|先这样|先到这|改天再说|以后再说|下次再说)|不(想|要|用)(再)?(填|说|回答|继续|登记|投诉|弄)|(算了|撤了|撤回)吧?$/;
const DENY =
  /^(不对|不是|错|不行|否|no|不准确|有误|搞错|弄错|记错|不正确|要改|改一下|改下|有一条不对)/;
const AFFIRM =
  /^(对|是|没错|正确|确认|可以|行|好|ok|yes|嗯|恩|中|要得|没问题|就这样|登记|提交|同意|没有问题|头|没毛病|帮我|您|你|请|就|就这些|没(有)?别|妥|得嘞|行嘞|成|那你|给我|一下|立案|上去|记|下来|约|这个|那就|关掉?|删掉?|办)+$/;
const SKIP =
  /^(不知道|不清楚|不晓得|没想(过|好)|说不(好|准)|随便|都行|都可以|无所谓|看情况|跳过|下一个|先跳过|不想答|不方便(说|透露)?|没有?概念|不好说|你(看着)?定)/;

/** The act a reply to our question is, or null; a longer sentence says more than an act. */
export function dialogueAct(text: string): Command | null {
  const folded = normalize(text).text;
  const bare = folded.replace(FILLER, '');
  const whole = folded.replace(PAUSE, '');
  if (CANCEL.test(whole) && [...whole].length <= 14) return { do: 'cancel_flow' };
  if (SKIP.test(bare) && [...bare].length <= 12) return { do: 'skip_slots' };
  if (DENY.test(bare)) return { do: 'deny' };
  return AFFIRM.test(bare) ? { do: 'affirm' } : null;
}

const THANKS =
  /^(好的?|行|嗯|哦)?[，,。]*(谢谢|多谢|谢|感谢|辛苦|麻烦)(你|您|了|啦|啊|哈|呀|咯|哦|小屿)*[，,]?((你|您)?(很|真|太|挺)?(好|棒|不错|耐心|厉害|贴心)了?)?[!！。~]*$/;
const FAREWELL =
  /^(好的?|那)?[，,]?(再见|拜拜?|回见|bye(bye)?|88[68]?|我?先?(走|撤|下|忙去|忙)了)[啊吧啦咯]?[!！。~]*$/i;
/** 「我没有别的问题了，谢谢你，先不打扰了」 */
const LEAVES =
  /^(好的?|嗯|行|那|没(有)?(别的|其他)?(事|问题)?了|谢谢|多谢|感谢|谢了|太?麻烦|辛苦|您|你|了|啦|小屿|[，,。！!\s])*(我|就|那|先|也|不)*(不(打扰|麻烦|耽误)(您|你)?们?|再见|拜拜|回见)(了|吧|啦|啊)*([，,。！!~\s]|谢谢|多谢|感谢|再见|拜拜|辛苦|您|你|了|啦)*$/;
const LATER =
  /^(行|好|嗯|那|好的|行吧)?[，,]?我?(考虑|想|琢磨|寻思)(考虑|想|琢磨|寻思)(吧|再说|哈)?[。！!]*$|^(好的?|行|嗯|那|我)*[，,]?我?(就)?等(着)?(顾问|你们|您们?|经理)?的?(电话|消息|通知|回电|联系)(了|吧|哈|啊)*[。！!]*$|^(好吧|好的?|行|嗯|那|谢谢(啊|了|你|您)?)?[，,。\s]*我?(想)?(再|先)((跟|和|同|与)(老伴|老公|老婆|爱人|家里?人?|孩子|儿子|女儿|闺女|爸妈?|妈|父母|他|她)(们)?)?(想想|考虑(考虑|一下)?|看看|琢磨琢磨|商量(商量|一下)?|说一?声)(吧|了|哈)?([，,](方案|这个|东西|它)?(先)?(放|留|搁|存)(着|一放|这儿?))?(吧|了|哈)?[!！。~]*$|^(好的?|行)?[，,。\s]*(回头|下次|改天|晚点)再(说|聊|弄)(吧)?$|^(那|好的?|行)?[，,]?等(?!多久|几|什么)[^，。？?]{1,8}再(说|来|找你|找您|问你|联系)(吧)?[，,。！!]*(谢谢|多谢|辛苦)?[^，。？?]{0,6}$/;

/** 「哦是我老伴转的，没事了」: what was feared was no harm. */
const ALL_CLEAR =
  /^[^？?]{0,6}是我?(自己|老伴|老公|老婆|爱人|媳妇|儿子|女儿|孩子|家里人|爸|妈)[^，。？?]{0,4}(转|弄|操作|买|点|取|改)的[^？?]{0,14}(没事|不用|误会|虚惊|放心|好了)[^？?]*$/;

/** 「周末愉快」 「您也早点休息」 */
const WISHES_WELL =
  /^(好的?|嗯|那|谢谢|多谢|辛苦了?|祝|也|你|您|[，,。！!\s])*((周末|节日|假期|新年|中秋|国庆|五一|端午|元旦|圣诞|春节|生日)(愉快|快乐)|早点休息|早点下班|晚安|新年好|过年好)(啊|呀|哈|哦|吧|[！!。~～，,\p{Extended_Pictographic}\uFE0F])*$/u;

export const isForLater = (text: string): boolean => LATER.test(text.replace(/\s/g, ''));

export const isAllClear = (text: string): boolean => ALL_CLEAR.test(text.replace(/\s/g, ''));

export const saysGoodbye = (text: string): boolean =>
  FAREWELL.test(text) || LEAVES.test(text) || WISHES_WELL.test(text.trim());

/** Thanks, or leave, for now or for good, in the middle of a matter: nothing is asked again because of it. */
export function mannersIn(text: string): Command | null {
  const said = text.replace(/\s/g, '');
  if (THANKS.test(said)) return { do: 'social', act: 'thanks' };
  if (saysGoodbye(said)) return { do: 'social', act: 'farewell' };
  return LATER.test(said) ? { do: 'social', act: 'noted' } : null;
}
