import type { ConversationState } from '../../conversation/evolve.js';
import type { Command } from '../../terms/command.js';
import { isQuestion, withoutCounted } from './question-words.js';

/** 心情: heavy or impatient words that mean a person is needed, and what was said before them. */

/** After talk of death, these are said by someone who is still in danger. */
const STILL_IN_DANGER =
  /没人|没有人|帮不了|帮不上|撑不|扛不|熬不|绝望|难受|痛苦|不想|活(?!期|动|钱|儿)|死(?!期|板)|崩溃|没用|没救/;

/** The worst is over, for now. */
const EASED =
  /(好|舒服|轻松|平静|冷静)(一)?(点|些|多)(了|啦)|缓过来|缓(了|过)一?(口气|下)|没事了|不哭了|睡(着|下)了|想开了|冷静(下来)?了|平静(下来)?了/;

/** Waiting for a person, and tired of it. */
const HURRIES =
  /^(我)?(现在|马上|立刻|赶紧|快点|赶快)(就)?(要|找|来|接|给我)?.{0,3}$|^(人呢|还没人|没人(来|接|理))/;

/** Tired of answers that do not help: what is needed is somebody, not another answer. */
const FED_UP =
  /^(?!.*(终于|总算|这才|可算)).*((说|讲|问|聊|扯)了(半天|这么久|这么多|老半天).{0,8}(没|不|白)|(一句|没一句|没句).{0,3}有用|答非所问|牛头不对马嘴|(等于|跟|和|相当于)(啥|什么|什么都|啥都)?没(说|讲|答|回答)|车轱辘话)/;

/** A bad night is taken in; what is asked beside it is answered first, and a person offered. */
const SLEEPLESS =
  /心里?.{0,3}(慌|难受|堵得|不好受)|睡不着|(没|未)合(过)?眼|(一夜|整夜|整宿|一晚上?|几宿)(都)?(没|未)(怎么)?睡|翻来覆去|吃不下饭|急死|愁死|急疯/;

/** Heavy hearts, in words that nothing else is said with. */
const DISTRESS =
  /(裁员|失业|下岗|丢了工作).{0,16}(亏|还不上|没钱|怎么办|咋办)|还不上(房贷|贷款|钱)|房贷.{0,4}还不上|(急用钱|等钱用|救命钱).{0,10}(病|住院|手术|抢救)|(病|住院|手术|抢救).{0,10}(急用钱|等钱用|急着用钱)/;

/** 「中间要是生病急用钱能取吗」 thinks ahead of what may come, and asks for the terms. */
const THINKS_AHEAD = /要是|万一|如果|假如|假使|倘若|将来|以后|哪天|有一天/;

const ASKS_TERMS =
  /(取|赎|卖|拿|退)[^，。]{0,6}(吗|么|不|没)|(能|可以|可不可以|能不能|怎么)[^，。]{0,6}(取|赎|卖|拿|退)/;
const IN_DEBT = /裁员|失业|下岗|丢了工作|还不上/;

/** What a person must hear of at once; a curse over a loss is taken in first, and the next one calls them. */
const HEAVY =
  /崩溃|绝望|撑不|扛不|熬不|活不|不想活|没法活|怎么活|不活|想死|没脸|救命|血汗|(养老|棺材)(钱|金|本).{0,8}(没|亏|赔|少|跌)|还不上|害怕|受不了|睡不|吃不下|老公还不知道|老婆还不知道|离婚|哭/;

/** The comfort a router heard a wish for: a person where it is heavy, else words first. */
export const comfortFor = (text: string): Command =>
  HEAVY.test(text) ? { do: 'request_human', reason: 'distress' } : { do: 'social', act: 'upset' };

const isInDistress = (folded: string): boolean =>
  DISTRESS.test(folded) &&
  !(THINKS_AHEAD.test(folded) && ASKS_TERMS.test(folded) && !IN_DEBT.test(folded));

/** The person or the help that folded words call for; null: they call for none. */
export function moodOf(folded: string, state: ConversationState): Command | null {
  if (state.emergency === 'self_harm') {
    const victim = state.endangered === 'self' ? {} : { victim: state.endangered };
    const danger = { do: 'emergency', kind: 'self_harm', ...victim } as const;
    if (EASED.test(folded)) return { ...danger, eased: true };
    if (STILL_IN_DANGER.test(folded)) return danger;
  }
  if (state.handoff === 'requested' && HURRIES.test(folded)) {
    return { do: 'request_human', reason: 'asked' };
  }
  const isAwake = SLEEPLESS.test(folded) && !isQuestion(withoutCounted(folded));
  const isHeavy = isAwake || isInDistress(folded) || FED_UP.test(folded);
  return isHeavy && state.flow === null ? { do: 'request_human', reason: 'distress' } : null;
}
