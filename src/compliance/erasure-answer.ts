import type { RetentionRules } from './retention.js';
import type { ErasureVerdict } from './retention.js';

/** 删除请求的答复: what was erased, what is only kept, until when and why, as the customer reads it. */

export interface Answered {
  readonly outcome: 'granted' | 'partly' | 'refused';
  readonly words: string;
}

const ELSEWHERE = '开户、持仓和交易资料由业务系统按法律期限保存，不在这次删除范围内。';

interface Fate {
  readonly stream: string;
  readonly verdict: ErasureVerdict;
}

const KINDS: Readonly<Record<string, string>> = {
  proposal: '份方案',
  moment: '条提醒',
  disclosure: '份查看记录',
  complaint: '份投诉办理记录',
  rights: '份请求办理记录',
};

export function erasureAnswer(rules: RetentionRules, plan: readonly Fate[]): Answered {
  if (plan.length === 0) {
    const words = `我们查过了，没有还保存着的会话、方案或提醒，不用再删。\n${ELSEWHERE}`;
    return { outcome: 'granted', words };
  }
  const of = (kind: ErasureVerdict['kind']) => plan.filter(({ verdict }) => verdict.kind === kind);
  const [erased, restricted, retained] = [of('erase'), of('restrict'), of('retain')];
  const lines = [
    erased.length > 0 ? `已经删除：${counted(erased)}，不能再恢复。` : '没有可以马上删除的内容。',
    ...grouped(restricted).map((group) => {
      const { title } = rules.classes[group[0]!.verdict.held];
      return `停止使用、只作保存：${counted(group)}，到 ${untilOf(group)} 为止，因为属于${title}，法律要求保存；到期就删。`;
    }),
    ...grouped(retained).map((group) => {
      const until = untilOf(group);
      const ends = until === null ? '' : `，最晚到 ${until}`;
      return `暂时保留：${counted(group)}${ends}，因为${reasonOf(group)}。`;
    }),
    ELSEWHERE,
  ];
  const isWhole = restricted.length + retained.length === 0;
  const outcome = isWhole
    ? 'granted'
    : erased.length + restricted.length > 0
      ? 'partly'
      : 'refused';
  return { outcome, words: lines.join('\n') };
}

/** Where the whole answer may not be said as it stands: a person tells the rest. */
export const shortAnswer = (isRefused: boolean): string =>
  isRefused
    ? '这次没有删除，原因由专人告诉您。'
    : '已经按规定处理完。删了什么、还留着什么和原因，由专人告诉您。';

/** 「2 段会话、1 份方案」 */
function counted(fates: readonly Fate[]): string {
  const kinds = fates.map(({ stream }) => KINDS[stream.split(':')[0] ?? ''] ?? '段会话');
  return [...new Set(kinds)]
    .map((kind) => `${kinds.filter((one) => one === kind).length} ${kind}`)
    .join('、');
}

/** Those that are kept for the same reason. */
function grouped(fates: readonly Fate[]): readonly (readonly Fate[])[] {
  const keys = fates.map((one) => `${one.verdict.held} ${reasonOf([one])}`);
  return [...new Set(keys)].map((key) => fates.filter((_, at) => keys[at] === key));
}

const reasonOf = ([first]: readonly Fate[]): string =>
  first && 'reason' in first.verdict ? first.verdict.reason : '';

/** The last of their days; null: no end is in sight. */
const untilOf = (fates: readonly Fate[]): string | null =>
  fates
    .flatMap(({ verdict }) => ('until' in verdict && verdict.until ? [verdict.until] : []))
    .sort()
    .at(-1) ?? null;
