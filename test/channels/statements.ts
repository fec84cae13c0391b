import type { Citation } from '../../src/terms/passage.js';
import { passageId } from '../../src/terms/ids.js';
import type { Draft, Statement } from '../../src/terms/statement.js';
import { draft } from '../conversation/harness.js';

export const citation = (changes: Partial<Citation> = {}): Citation => ({
  passage: passageId('law/pipl#24'),
  kind: 'law',
  title: '个人信息保护法',
  article: '第二十四条',
  issuer: '全国人大常委会',
  source: null,
  effective: '2021-11-01',
  expires: null,
  text: '可以拒绝只凭自动决策作出的决定。',
  ...changes,
});

/** What the guard would have let pass: channels only ever see such. */
export const statement = (text: string, changes: Partial<Draft> = {}): Statement =>
  ({ ...draft(text), ...changes, aiLabel: '小屿 · AI 生成' }) as Statement;
