import { BEREAVED, KIN, SUPPOSED } from '../../conversation/told-of-self.js';
import { normalize } from '../../language/fold.js';
import type { Command, SocialAct } from '../../terms/command.js';
import { isQuestion } from './question-words.js';

/** 先听心情: news of a life, good or bad, is taken in with a sentence before anything is answered. */

const ILL = new RegExp(
  `(我|${KIN}|爸|妈)[^，,。？?]{0,6}(得了?(癌|肿瘤|重病|大病|绝症)|癌症?|查出|确诊|住院|手术|病重|病危|病倒|icu|脑梗|中风|化疗)`,
);
/** Insurance asks of illness in general. */
const OF_COVER =
  /险|理赔|赔|投保|等待期|医保|保单|体检|告知|报销|告诉你们|重疾|百万医疗|保障|承保|核保|[能会]不[能会]给|给(我)?(多少|一笔)钱?/;
const HARDSHIP =
  /(被|遭)[^，。]{0,4}(裁|辞退|开除|优化)|(失业|下岗|离婚|破产)了(?!.{0,2}(怎么分|财产|产品))|丢了(工作|饭碗)|没了?工作了|(刚|要|在)(跟.{0,4})?离婚|生意(黄|垮|倒|不好做|亏)|(欠|背)了?[^，。]{0,8}(债|外债)|拿不出钱|揭不开锅|日子(难|过不下去|紧)/;
const JOY =
  /升职|加薪|涨(了)?工资|(发|拿)(了)?[^，。]{0,4}奖金|奖金(到|下来|[\d一二三四五六七八九十])|彩票中|中(了)?(彩票|大奖|头奖)|考上|被?录取|拿到offer|结婚|订婚|领证|怀孕|怀上|有喜|(生|添)(了|完)?(个)?(宝宝|娃|孩子|儿子|女儿|闺女|小孩|二胎|孙)|当(爸|妈|爷爷|奶奶|姥|外公|外婆)了|抱(上)?孙|回本了/;
/** 「有人打电话说我中奖了」 is no good news, and 「没考上」 none at all. */
const NO_JOY =
  /没|不(想|让|能|敢)|离婚|骗|打(来)?电话|短信|有人|通知|险|公积金|前妻|前夫|花钱|花销|压力/;
const LONELY =
  /孤(单|独|苦|零)|寂寞|一个人(住|过|在家|怪|好|真|冷清)|没(个)?人[^，。]{0,3}(说话|陪|商量|说说|聊|唠|管我|理我|惦记)|(儿女|孩子|子女)(们)?(都|全)?(不在|在外地|在国外|很忙|忙|不管)|(想|就想|能不能)(找)?(个)?(人)?(说说话|聊聊天|唠唠|说说心里话|陪我)/;
/** 「投诉了没人理我」 waits for us, and is not alone. */
const WAITS_FOR_US =
  /投诉|举报|反映|客服|人工|转接|排队|回电|电话|工单|登记|你们.{0,6}(没|不)(个)?(人)?(理|管)|(理|管)我?[^。]{0,4}你们/;
const FEAR =
  /(?<!不|别|不用|甭)(害怕|不踏实|没底|不安心|睡不着|吃不下饭|愁死|急死|提心吊胆|心惊|焦虑|发慌|心慌|吓(死|坏|着))|(我|真|好|很|有点|特别|老|总|就|还是)(就|也|是)?(怕|担心|不放心|不敢)(?!.{0,3}(别人|家里人)知道)/;
const SHAME =
  /丢人|丢脸|没脸|惭愧|不好意思(问|说|开口)|别笑(话)?我|我(是不是|真是?|太|好|很|也太|挺)+(傻|笨|蠢|糊涂)|(问题|问得)[^，。]{0,3}(很|太|有点)(傻|笨|蠢|幼稚|低级)|怪我自己|都怪我|后悔死|肠子都悔/;

/** The heavier stands before the lighter. */
const FELT: readonly (readonly [SocialAct, (folded: string) => boolean])[] = [
  ['grief', (said) => BEREAVED.test(said)],
  ['illness', (said) => ILL.test(said) && !OF_COVER.test(said)],
  ['hardship', (said) => HARDSHIP.test(said)],
  ['shame', (said) => SHAME.test(said)],
  ['lonely', (said) => LONELY.test(said) && !WAITS_FOR_US.test(said)],
  ['fear', (said) => FEAR.test(said)],
  ['joy', (said) => JOY.test(said) && !NO_JOY.test(said)],
];

/** What words let us feel; null: nothing that has to be taken in. */
export function feltIn(text: string): SocialAct | null {
  const folded = normalize(text).text.replace(/\s/g, '');
  if (SUPPOSED.test(folded)) return null;
  return FELT.find(([, isFelt]) => isFelt(folded))?.[0] ?? null;
}

/** 「又跌了，你们到底会不会管钱」: anger over a loss stands before the figures. */
export const BLAMES =
  /(又|还|天天|一直|老是|老|都)(在)?(跌|亏|绿|掉)[^。]{0,10}(你们|你家)(到底|究竟)?(在)?(会不会|能不能|行不行|懂不懂|怎么(管|做|搞|回事)|干什么|干啥|干嘛|是干|搞什么|搞啥)|(绿|亏|跌)[^。]{0,12}你们(到底|究竟)?(在)?(干什么|干啥|干嘛|搞什么|搞啥|怎么(管|搞))/;

const OF_HIS = /(他|她)的?|名下|继承|遗产|取|过户|保险|赔|证明|材料/;
const ASKS_FOR_PLAN = /规划|方案|配置|安排|怎么(放|存|打理|理财|摆|配)|放哪|存哪|理一理/;

/**
 * The same commands after what is felt; what would only show that nothing was understood is left out.
 * `isOfWorry`: they answer the question in a worry, which the words themselves do not ask.
 */
export function feelingFirst(
  text: string,
  commands: readonly Command[],
  isOfWorry = false,
): readonly Command[] {
  const felt = feltIn(text);
  if (!felt && BLAMES.test(text) && !commands.some(isTakenIn)) {
    return [{ do: 'social', act: 'upset' }, ...commands];
  }
  // Whoever fears a loss has had none yet: there is nothing to be sorry for.
  const isAfraidOnly = felt === 'fear' && !HAS_LOST.test(text);
  if (!felt || commands.some((one) => isTakenIn(one) && !(isAfraidOnly && isUpset(one))))
    return commands;
  const isMourning = felt === 'grief';
  const rest = commands.filter(
    (command) =>
      !isIdle(command) &&
      // Nobody in mourning is put before a form, or read a rule they did not ask for.
      !(isMourning && isForm(command) && !ASKS_FOR_PLAN.test(text)) &&
      !(isMourning && command.do === 'list_products' && OF_HIS.test(text)) &&
      !(
        command.do === 'answer' &&
        command.entry === undefined &&
        !isOfWorry &&
        !isAsked(text, isMourning)
      ),
  );
  return [{ do: 'social', act: felt }, ...rest];
}

const isAsked = (text: string, isMourning: boolean): boolean =>
  isMourning ? OF_HIS.test(text) : isQuestion(text) || /想|要|请|帮/.test(text);

/** Danger, a person who is called, anger: they have words of their own. */
const isTakenIn = (command: Command): boolean =>
  command.do === 'emergency' ||
  command.do === 'request_human' ||
  (command.do === 'refuse' && command.subject !== 'personal_pick') ||
  (command.do === 'social' &&
    (command.act === 'upset' || command.act === 'wronged' || command.act === 'scolded'));

const HAS_LOST = /[亏跌赔掉套绿](了|得|成|惨|着|到|光)|一直[亏跌]|被骗/;

const isUpset = (command: Command): boolean => command.do === 'social' && command.act === 'upset';

const isIdle = (command: Command): boolean =>
  command.do === 'social' ||
  command.do === 'out_of_scope' ||
  (command.do === 'clarify' && command.options.length === 0);

const isForm = (command: Command): boolean =>
  (command.do === 'start_flow' && command.flow === 'need') || command.do === 'set_slots';
