import { describe, expect, it } from '@jest/globals';
import { emergencyWording } from '../../../src/agent/compose/fraud-wording.js';

describe('the help against a fraud', () => {
  it.each([
    ['我刚给一个自称证监会的人转了两万', 'emergency_fraud_paid'],
    ['我被骗了五万咋办', 'emergency_fraud_paid'],
    ['骗子让我把验证码告诉他，我还没给', 'emergency_fraud_code'],
    ['我点了个短信链接，填了银行卡号', 'emergency_fraud_link'],
    ['对方让我共享屏幕，我该怎么办', 'emergency_fraud_screen'],
    ['公安说我涉嫌洗钱，让我转账，我还没转', 'emergency_fraud_police'],
    ['有人让我把钱转到安全账户', 'emergency_fraud_account'],
    ['百万保障到期了要扣钱，真的不', 'emergency_fraud'],
  ])('fits what was told in %s', (words, wording) => {
    expect(emergencyWording('fraud', words)).toBe(wording);
  });

  it('leaves danger to life its own words', () => {
    expect(emergencyWording('self_harm', '转了两万')).toBe('emergency_self_harm');
  });
});
