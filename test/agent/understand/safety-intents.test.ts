import { describe, expect, it } from '@jest/globals';
import type { Intent } from '../../../src/agent/understand/intents.js';
import { isOtherMatter } from '../../../src/agent/understand/safety-intents.js';

const CRY = { command: 'emergency', subject: 'self_harm' } as unknown as Intent;

describe('a wish to invest', () => {
  const NEED = { command: 'start_flow', flow: 'need' } as unknown as Intent;
  it('is none of whoever takes money out', () =>
    expect(isOtherMatter(NEED, '日日现金快速取最多一万，剩下的咋弄')).toBe(true));
  it('is one of whoever has a sum', () =>
    expect(isOtherMatter(NEED, '我有二十万，咋弄好')).toBe(false));
});

describe('a likely cry for help', () => {
  it.each(['安行意外险猝死赔不赔', '身故了理赔给谁', '能领到死不'])(
    'is none where a policy is asked about: %s',
    (text) => expect(isOtherMatter(CRY, text)).toBe(true),
  );

  it.each([
    '我不想活了，能领到死不',
    '我要是死了保险赔不赔',
    '活着没意思',
    '我自己出事了意外险赔吗',
    '不想活了',
  ])('is heard: %s', (text) => expect(isOtherMatter(CRY, text)).toBe(false));
});
