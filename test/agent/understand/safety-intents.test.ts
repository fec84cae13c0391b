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

describe('a heavy heart', () => {
  const DISTRESS = { command: 'request_human', subject: 'distress' } as unknown as Intent;
  it.each(['跌一点能接受，跌太多我晚上睡不着', '要是亏得太狠我会受不了'])(
    'is none where it says what could be borne: %s',
    (text) => expect(isOtherMatter(DISTRESS, text)).toBe(true),
  );
  it.each(['跌太多了，我睡不着', '已经跌太多我天天睡不着'])('is heard: %s', (text) =>
    expect(isOtherMatter(DISTRESS, text)).toBe(false),
  );
});

describe('a likely cry for help', () => {
  it.each(['安行意外险猝死赔不赔', '身故了理赔给谁', '能领到死不'])(
    'is none where a policy is asked about: %s',
    (text) => expect(isOtherMatter(CRY, text)).toBe(true),
  );

  it.each(['我死了谁取', '我要是走了，钱归谁', '老头没了以后存款怎么领'])(
    'is none where the day after is planned for: %s',
    (text) => expect(isOtherMatter(CRY, text)).toBe(true),
  );

  it.each([
    '我不想活了，能领到死不',
    '我要是死了保险赔不赔',
    '活着没意思',
    '不想活了，我死了钱归谁',
    '我死了你们就高兴了',
    '我自己出事了意外险赔吗',
    '不想活了',
  ])('is heard: %s', (text) => expect(isOtherMatter(CRY, text)).toBe(false));
});

describe('a password one of the family asks for', () => {
  const ALARM = { command: 'emergency', subject: 'fraud' } as unknown as Intent;
  it('to help is no stranger’s trick', () =>
    expect(isOtherMatter(ALARM, '我孩子说让我把密码给他，他帮我弄，可以不')).toBe(true));
  it.each([
    '儿子换了号，发微信要我把密码给他，他帮我弄',
    '女儿说让我把密码给她，要转账',
    '客服让我把密码给他，他帮我弄',
  ])('is heard where it may be one: %s', (text) => expect(isOtherMatter(ALARM, text)).toBe(false));
});

describe('whoever wants to be out of all of it', () => {
  const COMPLAINT = { command: 'request_human', reason: 'complaint' } as unknown as Intent;
  it('complains of nothing', () =>
    expect(isOtherMatter(COMPLAINT, '那我不要了，全部给我退了嘛')).toBe(true));
  it('complains where they say of what', () =>
    expect(isOtherMatter(COMPLAINT, '你们骗我，钱全部给我退了')).toBe(false));
});
