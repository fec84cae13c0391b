import type { Json } from '../../../terms/json.js';
import { CLAUSE_END } from './asked-back.js';

/** 中间要不要用: what is said later stands. */

const NOT_IN_A_HURRY =
  /不急(用|着)|(?<!(中间|中途|期间|平时|这几年)[^，。]{0,6})用不(着|到)|长期不用|放着不动|不着急/;
/** Idle money says no more where a day is named: 「80万闲钱，三周后要付货款」. */
const IDLE = /闲钱/;
const ANYTIME =
  /随时|说不准|(?<!不)(?<!不太)可能(会|要)?[^，。,不]{0,4}(用|取|动)|说不定(就|会|要|得)*(用|动|取)|急用|随取随用|灵活|(啥|什么|哪)时候.{1,6}(啥|什么|哪)时候|(病|急)了(再|就|才)?用/;
const DATED =
  /(中间|中途|期间|平时|这几年)[^，。]{0,6}用不(上|着|到)|随时[^，。,]{0,3}不(会|用|需|要|动|取)|到时候|那时候|到期(才|再|后)?(用|取)|(中间|中途|期间|这几年|这些年|这期间|平时)[^，。]{0,6}不(会|用|动|取|碰|需要)|不(会|用|想)(中途|中间|提前)|(年|月)(里|内|之内)[^，。]{0,4}不(会|用|动|碰)|不(会|准备|打算)去?动|不可能(突然)?(用|取|动)|不用动|(都|也|就|一直|绝对|肯定|全|先)不(会|去)?(动|取|碰)|不动(用|它)?(的|了|吧|啊|呀)*[，,。！!;；]*$/;
/** 「十年后用」 says when, and with it that it is not before. */
const USED_AFTER =
  /(年|个月)(以|之)?后[^，。]{0,4}(才|再)?(用|取|花)|(周|礼拜|星期|天)(以|之)?后[^，。]{0,4}(用|取|花|付|交|还)|(才|再)(用|取|花)/;

export function liquidityOf(folded: string, asked: readonly string[]): Json | null {
  const said = folded.split(CLAUSE_END).flatMap((clause) => inClause(clause) ?? []);
  const last = said.at(-1);
  if (last !== undefined) return last;
  if (USED_AFTER.test(folded)) return 'dated';
  if (IDLE.test(folded)) return 'none';
  if (!asked.includes('liquidity')) return null;
  // 「要是亏了」 「要不算了」 say what would be, not that it would be used.
  if (/^(会|可能|有可能|说不定|要(?!是|不|么|亏|赔|跌))/.test(folded.trim())) return 'anytime';
  return /^(不会|不用|没有|不)/.test(folded.trim()) ? 'dated' : null;
}

function inClause(clause: string): 'none' | 'dated' | 'anytime' | null {
  if (NOT_IN_A_HURRY.test(clause)) return 'none';
  if (DATED.test(clause)) return 'dated';
  return ANYTIME.test(clause) ? 'anytime' : null;
}
