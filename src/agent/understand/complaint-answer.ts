import { normalize } from '../../language/fold.js';
import type { Command } from '../../terms/command.js';

/** 投诉的答复: by what rule a complaint is answered is a question, and files nothing. */

const COMPLAINT = /投诉|举报|反映/;
const ASKS_HOW_LONG =
  /规定|多久(?!了)|几天(?!了)|多少天(?!了)|几个?工作日|多长时间|时限|期限|最晚|最迟|(什么|啥)时候/;
const ANSWER = /答复|回复|回话|回音|处理|结果|说法|理我|办完|交代/;
/** 「投诉完几天有人打电话给我」: when somebody will first be in touch, a part of the same entry. */
const CALLS = /回电|来电|电话|联系我|找我(?!麻烦)/;
const CALLED_BACK = { do: 'answer', query: '多久给我回电话', entry: 'faq:complaint-time' } as const;
/** 「我要投诉，什么时候给我处理」 files; what the rule is may be asked all the same. */
const FILES = /我(要|想|得|必须|现在)(去)?(投诉|举报|反映)(?!.*(规定|时限|期限))/;
/** 「上哪儿投诉，多久给答复」 asks two things, each of which has its entry. */
const ASKS_WHERE = /(哪|怎么|咋|如何|找谁|向谁)[^，。]{0,4}(投诉|举报|反映)/;
/** Whoever waits, or only wants to know. */
const UNHEARD =
  /没(有)?(个)?(人)?(理|管|回|消息|动静|音信|下文|答复|结果|反应|处理)|不理|不处理|不(给)?(答复|回复)|石沉大海|拖着/;
/** 「投诉了半个月没人理我咋整」: it was filed before, and what to do now is asked. */
const FILED =
  /(投诉|举报|反映)(过|了(?!你们))|(已经|之前|上次|上(个)?(月|周|礼拜))[^，。]{0,4}(投诉|举报|反映)/;
const ASKS_NOW = /怎么|咋|该|找谁|去哪|上哪|吗|正常|算|[?？]/;

/** 「投诉了你们不理，还能上哪儿告去」: who else hears it, whatever was filed with us. */
const ELSEWHERE =
  /(还能|还可以|还有|除了(找)?你们|另外|再|外面|别的|其他)[^，。]{0,5}(哪|谁|什么地方|啥地方|部门|渠道|地方)[^，。]{0,5}(告|投诉|举报|反映|说理|讲理|评理|管|申诉)|(上|去|到|找)(哪|谁)[^，。]{0,4}(告你们|告去|能告|可以告|评理|讲理|说理)|(上|去|到)(哪里?|哪儿|哪边|什么地方)(能|可以)?(去)?告(?!知|诉)/;

const HEARD_ELSEWHERE = '对你们的处理不满意，还能去哪里投诉？';

/** 「如果我想投诉，该找谁」 wants to know the way, and complains of nothing yet. */
const SUPPOSES =
  /(如果|要是|万一|假如|以后|将来).{0,12}(投诉|不满意).{0,14}(找|跟|向|去|问|打给?)(谁|哪)|投诉.{0,12}该(找|跟|向|去)(谁|哪)/;
const WHERE_TO = { do: 'answer', query: '去哪投诉', entry: 'faq:complaint-how' } as const;

/** 「要是答复我不满意呢，我找谁」: an answer of ours was given, or will be. */
const UNSATISFIED =
  /(答复|处理|结果|解释|说法)[^，。]{0,6}(不满意|不认|不服|不接受)[^。]{0,8}(找|去|上|向|怎么|咋|哪|谁)/;

const supposesOnly = (folded: string): boolean =>
  SUPPOSES.test(folded) &&
  ![UNHEARD, FILED, UNSATISFIED, /处理结果|监管|1\d{4}/].some((words) => words.test(folded));

/** By the handbook's own titles; null: no such question. */
export function complaintAnswerAsked(text: string): Command | null {
  const folded = normalize(text).text.replace(/\s/g, '');
  if (supposesOnly(folded)) return WHERE_TO;
  if (FILES.test(folded) || ASKS_WHERE.test(folded)) return null;
  if (UNSATISFIED.test(folded) || ELSEWHERE.test(folded))
    return { do: 'answer', query: HEARD_ELSEWHERE };
  const isUnheard = UNHEARD.test(folded);
  const asks = (about: RegExp) =>
    [COMPLAINT, ASKS_HOW_LONG, about].every((words) => words.test(folded));
  if (!isUnheard && asks(CALLS)) return CALLED_BACK;
  const asksHowLong = asks(ANSWER);
  const asksNow = isUnheard && FILED.test(folded) && ASKS_NOW.test(folded);
  if (!asksHowLong && !asksNow) return null;
  return { do: 'answer', query: isUnheard ? '投诉了没人理，怎么办？' : '投诉多久有结果？' };
}
