/** 办理单的说法: what a case is about and what came of it, as customers and staff read it. */

const MATTERS: Readonly<Record<string, string>> = {
  complaint: '投诉',
  access: '查看个人信息的请求',
  correct: '更正个人信息的请求',
  delete: '删除个人信息的请求',
  stop_marketing: '停止营销的请求',
  resume_marketing: '恢复营销的请求',
  opt_out: '关闭个性化推荐的请求',
  opt_in: '打开个性化推荐的请求',
  withdraw_consent: '撤回同意的请求',
  explain: '解释自动推荐的请求',
  tags: '查看、删除标签的请求',
};

const OUTCOMES: Readonly<Record<string, string>> = {
  upheld: '投诉成立',
  partly_upheld: '投诉部分成立',
  not_upheld: '投诉不成立',
  settled: '已经和您协商一致',
  withdrawn: '按您的意思撤回',
  granted: '已按您的要求办理',
  partly: '办了一部分',
  refused: '这次不能办理',
};

export const caseMatter = (matter: string): string => MATTERS[matter] ?? matter;
export const caseOutcome = (outcome: string | null): string => OUTCOMES[outcome ?? ''] ?? '';
