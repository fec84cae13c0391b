import { describe, expect, it } from '@jest/globals';
import { assessmentPage } from '../../../src/agent/compose/assessment-page.js';
import { cardAttachment } from '../../../src/channels/cards/card.js';
import type { SlotValues } from '../../../src/terms/command.js';
import { STEADY, personal } from '../../advice/profiling/questionnaires.js';
import { partsOf, pictureUrl, wordsOf } from './parts.js';

const attachment = (values: SlotValues) =>
  cardAttachment(
    { kind: 'assessment_page', page: assessmentPage(personal, values) },
    { today: '2026-11-26', pictureUrl },
  );
const choices = (values: SlotValues) =>
  partsOf(attachment(values)).filter(({ type }) => type === 'Input.ChoiceSet');
const actions = (values: SlotValues) =>
  partsOf(attachment(values)).filter(({ type }) => type === 'Action.Submit');

describe('a page of the questionnaire', () => {
  it('asks its own questions, in order, and must be answered whole', () => {
    const asked = choices({});
    expect(asked.map(({ id }) => id)).toEqual(['age', 'income', 'stability', 'assets', 'debts']);
    expect(asked.every(({ isRequired, style }) => isRequired && style === 'expanded')).toBe(true);
    expect(asked[0]).toMatchObject({ label: '1. 您的年龄是多少？' });
  });

  it('chooses nothing beforehand; what the customer chose stands', () => {
    expect(choices({}).some((choice) => 'value' in choice)).toBe(false);
    expect(choices({ ...STEADY, page: 1 })[0]).toMatchObject({ id: 'age', value: 'b' });
  });

  it('shows no points and no class', () => {
    const words = [1, 2, 3].flatMap((page) => wordsOf(attachment({ ...STEADY, page })));
    expect(words.filter((word) => /\d 分|分数|评分|C\d|R\d/.test(word))).toEqual([]);
  });

  it('sends which page of which version it is, and can be left without answers', () => {
    const [forward, aside] = actions({});
    expect(forward).toMatchObject({
      title: '下一页',
      data: { intent: 'risk_form', version: '2026.1', page: 1 },
    });
    expect(aside).toMatchObject({ associatedInputs: 'none', data: { act: 'cancel' } });
    expect(actions({ ...STEADY, page: 3 }).map(({ title }) => title)).toEqual([
      '填好了',
      '上一页',
      '先不测',
    ]);
  });

  it('is never turned past a question that is open', () => {
    const { age: _, ...rest } = STEADY;
    expect(choices({ ...rest, page: 3 })[0]).toMatchObject({ id: 'age' });
  });
});
