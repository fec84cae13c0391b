/** 「十几万」 「又少了好几千」 「过几年」 hold a word that asks, and tell. */
const COUNTED = /(十|好)几|几(十|百|千|万)|过几|几(年|个月)(后|以后|之后)/g;

export const withoutCounted = (words: string): string => words.replace(COUNTED, '十');

/** Who speaks of themselves or their own, and neither asks nor wishes, tells. */
const OF_ONES_OWN = /我|俺|咱|今年|^唉|唉$|哎$|心情|郁闷|心累|(他|她)(说|让|叫|也|又|就)/;
const WISHES =
  /想|要|帮|请|求|麻烦|给我|告诉|介绍|说说|讲讲|讲一|查|看看|能不能|可以|推荐|换|改|取消|登记|办/;

/** 「我怕家里人知道」: nothing is asked, and nothing is to be looked up. */
export const onlyTells = (text: string): boolean =>
  OF_ONES_OWN.test(text) && !WISHES.test(text) && !isQuestion(text);

/** 「不对不对，…」 denies twice, and only looks like 「对不对」. */
const DENIED_TWICE = /不([对是行要])[，,！!\s]*不\1/g;

/** Whether words ask at all; a story told first does not, and is no question of its own. */
export const isQuestion = (piece: string): boolean =>
  /[吗嘛么呢不没]$|[吗么呢](?=[\s，,。！!])|[a-z\u4e00-\u9fff](?<![我他她你们那就]|想了想|想了?下|想来想去|考虑[了过]?)还是(?!留(?=[\d一二两三四五六七八九十])|算|想|要|觉得|不|会|有点|说|我?(?:登记|原来|之前|以前|老|上次|刚才))|[?？]|几|多少|多久|(?<!没)多[大高长](?!的|点)|怎|咋|啥|什么|哪|谁|为何|凭|([一-鿿])[不没]\1|有没有|是否|可否/i.test(
    piece.replace(DENIED_TWICE, ''),
  );

/** 「一年后才能取是吧」 「保本的吧」: says it and wants to hear whether it is so. */
export const asksYes = (piece: string): boolean =>
  /(?<!算|算了|就这样|好|行|走|来)(吧|是不是|对不对|对吗)[?？]?$/.test(piece.trim());

const GREETING =
  /^(行|好|好的|好吧|嗯+|[哦噢喔]+对?|对了|哎|诶|早啊?|ok|那行|hi|hello|hey|哈喽|哈啰|嗨|你好|您好|老师好|早上好|上午好|中午好|下午好|晚上好|在吗|在不在|打扰(一?下)?了?)[啊呀哈]?[,，。！!~～ ]+/i;
/** 「王经理，周末愉快，今天天气真冷，…」: what people say to a person before they come to it. */
const SMALL_TALK =
  /^(你好|您好)?(小?[\u4e00-\u9fa5]?(经理|老师|顾问)(在不在|在不|在吗|在么|你好|您好)?|([周节]末?|元旦|国庆|中秋|春节|新年|端午|五一)(日|天)?(快乐|愉快|好)|新年好|(哎|唉)?(今天|今儿|最近|这)?(天气?|外面|外头)(真|好|太|可真|有点|这么)(冷|热|凉|闷|晒|好|糟|差)|辛苦了?|不好意思)[啊呀哈了呢吧]?[,，。！!~～ ]+/;
/** 「我自己也想问问，…」 「替老妈打听一下，…」: who asks, before what is asked. */
const ABOUT_TO_ASK =
  /^(我|俺|咱)?(自己)?(也|就|还|再|另外|顺便|先|正好)*(想|要)?(再)?(帮|替|给)?(我|俺)?(妈|爸|爹|娘|老妈|老爸|爸妈|父母|老人|婆婆|公公|岳母|岳父|老伴|爱人|老公|老婆|家里人?)?(问|打听|请教|咨询)(问|打听|请教|咨询|一下|下|个事|句|一句|你们?|您)+[，,。：:！!~～ ]+(?!(她|他)?(今年|都|快|已经)*[\d一二三四五六七八九十]+多?岁?了?[。！!]*$)/;
/** What is left must say something by itself. */
const ENOUGH = 4;

/** 「别跟我打官腔，我就问能不能退」: what is asked comes after the scolding. */
const PRESSES =
  /^(你们?|您)?(别|不要|少)(再|老|光|尽)?(跟|给|和|对)?我?.{0,2}(打官腔|套话|废话|扯|绕(弯子|圈子|来绕去)?|糊弄|敷衍|忽悠|来这套|说这些|兜圈子)(我|人)?了?[，,。！!\s]+|^(你|您)?(别|不要|不用)(再)?给我(发|讲|说|来)[^，。]{0,6}(介绍|资料|产品|链接|一堆|这些|长篇)[^，。]{0,4}[，,。！!\s]+|^(你|您)?(就)?(直接|痛快|干脆)(点|一点)?(告诉我|跟我说|说|回答)(吧|清楚)?[，,：:\s]*|^我就(是)?(想)?(问|知道)(一句|一件事|你们?|您)?[，,：:\s]*/;

/** 「hi，我大三，想学理财」: what comes after the greeting is what was said. */
export function withoutGreeting(text: string): string {
  const greeted = [1, 2, 3].reduce(
    (said) => said.replace(GREETING, '').replace(SMALL_TALK, ''),
    text,
  );
  const rest = greeted.replace(PRESSES, '').replace(PRESSES, '').replace(ABOUT_TO_ASK, '');
  return [...rest].length < ENOUGH ? text : rest;
}
