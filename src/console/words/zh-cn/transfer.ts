/** 转交与在岗。 */
export const transferZhCN = {
  act: '转交',
  title: '转交给同事',
  who: '给谁',
  able: '现在能接',
  unable: '现在不能接',
  nobody: '现在没有能接的同事。可以留在手上，或结束后约回电。',
  load: (load: number, capacity: number) => `${load} / ${capacity}`,
  loadLabel: (load: number, capacity: number) => `手上 ${load} 个，上限 ${capacity} 个`,
  grade: (grade: number) => `至 R${grade}`,
  noLicence: '没有销售资格',
  suits: (score: number) => `匹配 ${score}`,
  reason: '为什么转交（同事和留痕可见）',
  reasonShort: '转交理由',
  ok: '转交',
  done: (name: string) => `已转交给${name}`,
} as const;

export const presenceZhCN = {
  here: '在线 · 可分派',
  away: (since: string) => `休息中，自 ${since}`,
  rest: '休息',
  back: '恢复接待',
  restLine: '休息时不分派新会话，手上的会话照常。',
  sound: '新客户声音提醒',
  soundOn: '已开启声音提醒',
} as const;
