import { describe, expect, it } from '@jest/globals';
import { ruleFor } from '../../../../src/agent/understand/rules.js';
import { emptyState } from '../../../../src/conversation/evolve.js';

describe('a question about fraud in general', () => {
  it.each(['请问什么叫安全账户骗局', '新闻里说有人冒充客服骗验证码', '怎么识别带单的老师'])(
    '「%s」 alarms nobody',
    (text) => expect(ruleFor(text, emptyState)?.do ?? null).not.toBe('emergency'),
  );
  it('is one when it happened to them', () =>
    expect(ruleFor('新闻里说的安全账户，他就让我转过去', emptyState)?.do).toBe('emergency'));
});
