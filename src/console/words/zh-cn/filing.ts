/** 代客登记投诉。 */
export const filingZhCN = {
  act: '登记投诉',
  title: '为客户登记投诉',
  hint: '登记后开始计期限，由与这件事无关的同事办理；客户会在对话里收到编号和期限。',
  matter: '投诉的事（按客户的原话）',
  last: '填入客户最近说的话',
  wish: '希望怎么处理（可不填）',
  channel: '从哪里来',
  received: '收到的日子',
  ok: '登记',
  done: '已登记，正在告知客户编号和期限',
} as const;
