import type { JsonObject } from '../../terms/json.js';
import type { AssessmentPage } from '../../terms/statement.js';
import type { Question } from '../../terms/questionnaire.js';
import { adaptiveCard, disclosure, small, submit, textBlock } from './elements.js';

/** 风险测评表单 (screens.md §5.3): one page of the questionnaire; nothing is chosen beforehand, nothing hints at points. */
export function assessmentPageCard({
  id,
  version,
  page,
  pages,
  first,
  questions,
  chosen,
}: AssessmentPage): JsonObject {
  const data = { intent: 'risk_form', questionnaire: id, version, page };
  const forward = submit(page < pages ? '下一页' : '填好了', data);
  return adaptiveCard(
    [
      textBlock(`风险测评 · 第 ${page} / ${pages} 页`, { weight: 'Bolder', size: 'Medium' }),
      small('请按真实情况填写，没有对错，也没有更好的答案。'),
      ...questions.map((question, at) => choiceSet(question, first + at, chosen[question.id])),
      disclosure(`问卷版本 ${version} · 结果 12 个月内有效 · 答案只用来判断产品合不合适`),
    ],
    [
      { ...forward, style: 'positive' },
      ...(page > 1 ? [aside('上一页', { ...data, act: 'back' })] : []),
      aside('先不测', { ...data, act: 'cancel' }),
    ],
  );
}

/** A button that needs no answers. */
const aside = (title: string, data: JsonObject): JsonObject => ({
  ...submit(title, data),
  associatedInputs: 'none',
});

const choiceSet = (
  { id, text, options }: Question,
  number: number,
  chosen: string | undefined,
): JsonObject => ({
  type: 'Input.ChoiceSet',
  id,
  label: `${number}. ${text}`,
  style: 'expanded',
  isRequired: true,
  errorMessage: '请选择一项',
  spacing: 'Medium',
  wrap: true,
  choices: options.map((option) => ({ title: option.text, value: option.id })),
  ...(chosen === undefined ? {} : { value: chosen }),
});
