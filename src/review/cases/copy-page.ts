import { escapedHtml } from '../../wording/escaped-html.js';
import type { HeldData } from './held-data.js';

/** 个人信息副本 to read: a page that runs nothing and loads nothing. */

export interface CopyLabel {
  readonly institution: string;
  readonly made: string;
}

const SECTIONS: Readonly<Record<keyof HeldData, string>> = {
  master: '基本资料',
  tags: '标签和依据',
  consents: '同意和意愿',
  assessments: '风险测评',
  holdings: '持仓',
  transactions: '交易',
  happenings: '账户和生活变化',
  moments: '提醒',
  conversations: '会话',
  proposals: '方案',
  requests: '投诉和请求',
};

const LEFT_OUT =
  '没有放进来的：反洗钱核查记录（法律要求保密）、同事之间的内部备注、别人的个人信息。要更正或删除，请直接告诉我们。';

export function copyPage(data: HeldData, { institution, made }: CopyLabel): string {
  const label = JSON.stringify({ Label: '1', ContentProducer: institution });
  const parts = Object.entries(SECTIONS).map(
    ([name, title]) => `<h2>${title}</h2>\n${shown(data[name as keyof HeldData])}`,
  );
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="AIGC" content="${escapedHtml(label)}">
<title>我们保存的您的个人信息</title>
<style>
body { font: 15px/1.7 sans-serif; margin: 2em auto; max-width: 60em; padding: 0 1em; }
dl { display: grid; grid-template-columns: minmax(8em, max-content) 1fr; gap: .2em 1.2em; margin: .4em 0; }
dt { color: #666; } dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
li { margin: .5em 0; border-top: 1px solid #eee; padding-top: .4em; }
</style>
</head>
<body>
<h1>我们保存的您的个人信息</h1>
<p>${escapedHtml(institution)}，${escapedHtml(made)}。标有「AI 生成」的内容由人工智能生成。同样的内容在 data.json 里，可以由程序读取。</p>
<p>${LEFT_OUT}</p>
${parts.join('\n')}
</body>
</html>
`;
}

/** Any value as lists and pairs; nothing of it is taken for markup. */
function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return '<span>没有</span>';
  if (Array.isArray(value)) {
    return value.length === 0
      ? '<p>没有</p>'
      : `<ol>${value.map((one) => `<li>${shown(one)}</li>`).join('')}</ol>`;
  }
  if (typeof value === 'object') {
    const pairs = Object.entries(value).map(
      ([name, one]) => `<dt>${escapedHtml(NAMES[name] ?? name)}</dt><dd>${shown(one)}</dd>`,
    );
    return `<dl>${pairs.join('')}</dl>`;
  }
  if (typeof value === 'boolean') return value ? '是' : '否';
  return escapedHtml(typeof value === 'string' ? (NAMES[value] ?? value) : String(value as number));
}

/** What people call the fields; a field without a name here keeps its own. */
const NAMES: Readonly<Record<string, string>> = {
  id: '编号',
  name: '名称',
  address: '称呼',
  born: '出生日期',
  phone: '手机',
  idNumber: '证件号',
  tolerance: '风险等级',
  assessedOn: '测评日期',
  personalization: '个性化推荐',
  liquidAssets: '流动资产（元）',
  monthlySpending: '每月支出（元）',
  householdIncome: '家庭年收入（元）',
  advisor: '顾问',
  source: '来自',
  kind: '类别',
  at: '时间',
  who: '谁说的',
  customer: '您',
  assistant: '数智员工',
  aiGenerated: 'AI 生成',
  text: '内容',
  said: '对话',
  day: '日期',
  state: '状态',
  stage: '进度',
  outcome: '结果',
  history: '历次',
  value: '市值（元）',
  units: '份额',
  cost: '成本（元）',
  product: '产品代码',
  from: '从',
  until: '到',
  why: '原因',
  events: '经过',
  matter: '事项',
  master: '机构系统',
  holdings: '持仓',
};
