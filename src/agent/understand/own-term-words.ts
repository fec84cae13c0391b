import type { TurnContext } from '../../conversation/agent.js';
import { normalize } from '../../language/fold.js';
import type { Command } from '../../terms/command.js';
import { tellsOfOthers } from './references.js';

/** 我那笔哪天到期: the day on which what they hold comes to its term. */

const WHEN =
  /(什么时候|啥时候|何时|哪(一)?天|几号|多久|快(要)?|马上|是不是|还有几天)[^，。]{0,4}到期|(\d{1,2}|[一二三四五六七八九十]{1,2})月(份|底|初|中)?就?到期(是吧|吗|么|对吧|吧|了)|到期(日|时间|日期)?(是|在)?(哪天|几号|什么时候|啥时候|何时|多久|了没|了吗|没有?$|还有)/;
const OWN = /我|俺|[那这](个|笔|只|款|份)|手里|手上|买的|存的/;
/** What becomes of it then stands in the handbook. */
const BECOMES =
  /到期(了|以后|之后|后|那天)?[^，。]{0,4}(自动|转|续|滚|怎么(办|处理))|还是(继续)?(滚|续|转)/;
const OF_PAPERS = /测评|问卷|身份证|护照|证件|银行卡|会员|协议|授权|妈|爸|朋友|同事/;

/** Null: nothing of the kind, or nobody is signed in. */
export function ownTermAsked({ customer, state }: TurnContext, text: string): Command | null {
  const folded = normalize(text).text.replace(/\s/g, '');
  const isIt =
    WHEN.test(folded) && OWN.test(folded) && !OF_PAPERS.test(folded) && !BECOMES.test(folded);
  return customer !== null && state.flow === null && isIt && !tellsOfOthers(text)
    ? { do: 'own_account', query: text, about: 'term' }
    : null;
}
