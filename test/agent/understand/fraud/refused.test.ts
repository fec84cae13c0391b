import { describe, expect, it } from '@jest/globals';
import { refusedBefore } from '../../../../src/agent/understand/fraud/refused.js';
import { emptyState } from '../../../../src/conversation/evolve.js';
import { unknownFraud } from '../../../../src/terms/fraud.js';

const refused = (text: string) => refusedBefore(emptyState, text);

describe('a fraud that was refused before', () => {
  it.each([
    '上回有个电话让我把钱转到什么安全账户，我没理他，对吧',
    '前几天有人冒充客服要验证码，我挂了',
    '昨天有骗子打来，我没信',
  ])('is no alarm: %s', (text) => expect(refused(text)).toMatchObject({ do: 'answer' }));

  it.each([
    '昨天有人让我转到安全账户，我没转，现在他又打来了',
    '上次我没信，后来还是转了',
    '有人让我转到安全账户',
    '上周赎回的钱没到账，我没接到电话',
  ])('is one where it goes on, was followed, or is another matter: %s', (text) =>
    expect(refused(text)).toBeNull(),
  );

  it('is news where a fraud is already spoken of', () => {
    const state = { ...emptyState, fraud: { ...unknownFraud, ago: 0 } };
    expect(refusedBefore(state, '昨天骗子打来我没信')).toBeNull();
  });
});
