import { describe, expect, it } from '@jest/globals';
import { besidesAnswer } from '../../../../src/agent/understand/slots/besides-answer.js';
import { turnOf } from '../llm-turn.js';

const plan = (...asked: string[]) =>
  ({ name: 'need', values: {}, asked, stage: 'asking', misses: 0 }) as const;

const besides = (text: string, ...asked: string[]) =>
  besidesAnswer(turnOf(text), plan(...asked), text);

describe('a question behind an answer', () => {
  it.each([
    ['大概八万块吧，对了利息要不要交税', '对了利息要不要交税'],
    ['八万。存款保险最多赔多少？', '存款保险最多赔多少？'],
  ])('is read without the answer: %s', (text, rest) => {
    expect(besides(text, 'amount')).toBe(rest);
  });

  it('keeps the sum and the time it is about', () => {
    expect(besides('三十万放三年，利息多少', 'amount', 'horizon')).toBeUndefined();
  });

  it('keeps what nobody asked for', () => {
    expect(besides('八万，存款保险最多赔多少', 'goal')).toBeUndefined();
  });
});
