import type { ConversationState } from '../../../conversation/evolve.js';
import { speaksOfFraud } from '../../../conversation/evolve.js';
import { normalize } from '../../../language/fold.js';
import type { Command } from '../../../terms/command.js';

/** 没上当: what somebody once tried, and was refused, is no alarm; whether it was right so is a question. */

const BEFORE =
  /上(回|次|个?月|周)|之前|以前|前(几|两|些|阵)(天|年|子)?|昨(天|晚)|那(天|次|回)|去年|曾经/;
const REFUSED =
  /(没|不|未)(有)?(理|信|搭理|上当|听|转|给|接|回|点|照做)|(挂|删|拉黑)(了|断|掉)|没(有)?(转|给|信)/;
/** It goes on, or something has left after all. */
const GOES_ON = /现在|又(来|打|说|让)|还在|刚(才|刚)|已经(转|给|汇|付)|转了|给了|怎么办/;

/** A part of the entry, as it asks it. */
const DONE_RIGHT: Command = {
  do: 'answer',
  query: '没理他，做得对吗',
  entry: 'faq:fraud-safe-account',
};
/** 「我没接到赎回的钱」 is no such thing. */
const SUSPICIOUS = /骗|安全账户|冒充|验证码|转(钱|账|到)|可疑|诈|陌生(人|电话|号)|让我(转|下载|点)/;

/** Null: nobody was refused before, or a fraud is already spoken of. */
export function refusedBefore(state: ConversationState, text: string): Command | null {
  const folded = normalize(text).text.replace(/\s/g, '');
  if (speaksOfFraud(state) || GOES_ON.test(folded)) return null;
  const isRefused = BEFORE.test(folded) && REFUSED.test(folded) && SUSPICIOUS.test(folded);
  return isRefused ? DONE_RIGHT : null;
}
