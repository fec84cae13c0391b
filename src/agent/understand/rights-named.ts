import type { FlowState } from '../../conversation/flows/flow.js';
import { rightsOf } from '../../conversation/flows/privacy.js';
import { normalize } from '../../language/fold.js';
import type { Command } from '../../terms/command.js';
import { dialogueAct } from './dialogue-acts.js';
import { rightsIn } from './slots/rights.js';
import { orderedIn } from './slots/told.js';

/** 权利请求等着确认时又说了一遍，或又提了一项. */

/** 「先不删了」 「取消删除」 「别登记」 take it back; 「不是删除，是查看」 puts another in its place. */
const TAKES_BACK =
  /(不|别|没|甭|取消|停止|暂停|撤回|撤销)[^，。,]{0,3}(删|注销|清|关|查|看|改|登记|请求|申请|办|弄)|算了|反悔|后悔|(不|没)(是|对)|错|改成|换成/;

/**
 * Whoever asks again for what waits for their yes has said yes, and whoever asks for another right
 * beside it keeps the first. Null: neither.
 */
export function rightsNamed(flow: FlowState, text: string): readonly Command[] | null {
  if (flow.name !== 'privacy' || flow.stage !== 'confirming') return null;
  const { text: folded } = normalize(orderedIn(text));
  if (TAKES_BACK.test(folded) || dialogueAct(text)?.do === 'deny') return null;
  const named = rightsIn(folded);
  const wanted = flow.values['right'] ?? null;
  if (named === null || wanted === null) return null;
  const before = rightsOf(wanted);
  const more = rightsOf(named).filter((one) => !before.includes(one));
  if (more.length === 0) return [{ do: 'affirm' }];
  return [{ do: 'set_slots', values: { right: [...before, ...more] } }];
}
