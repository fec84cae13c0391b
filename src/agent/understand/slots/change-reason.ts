import { dialogueAct } from '../dialogue-acts.js';
import { isQuestion } from '../question-words.js';

/** 等级变化的原因: it goes on record, so that only what tells of a change in somebody's life or money is one. */

const CHANGED =
  /收入|工资|奖金|失业|下岗|裁员|退休|上班|工作|跳槽|生意|结婚|离婚|孩子|生娃|怀孕|家里|家庭|父母|老人|房|贷|债|钱|资产|存款|亏|赚|经验|懂|学|了解|想法|想(稳|保守|安全|冒|试)|变|年纪|年龄|岁|身体|病|花销|开销|负担|压力|保守|稳|胆|怕|心态|行情|市场|上次|上回|以前|之前|当时|现在|最近|选错|填错|不(敢|愿|想)冒/;
/** Long enough to tell of something, in whatever words. */
const TELLING = 8;

const WISH =
  /方案|草稿|推荐|结果|(给|帮|替)我|我要(?!稳|保守)|(看|买|查|选|换|转)(一?下|一?个|人工|看|吧)|快(点|一点)|继续|下一步|跳过|接着|人工|顾问|客服|开始|测评|等级(是|多少)/;

/** Whether folded words ask for something, rather than tell. */
export const wantsElse = (folded: string): boolean => WISH.test(folded) || isQuestion(folded);

export function isReason(folded: string): boolean {
  if (wantsElse(folded) || dialogueAct(folded) !== null) return false;
  return CHANGED.test(folded) || [...folded].length >= TELLING;
}
