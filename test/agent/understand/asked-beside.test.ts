import { describe, expect, it } from '@jest/globals';
import { withAskedBeside, withIdentity } from '../../../src/agent/understand/asked-beside.js';
import type { Router } from '../../../src/agent/understand/router.js';
import type { Command } from '../../../src/terms/command.js';
import { turnOf } from './llm-turn.js';

const router = {
  lookUp: (query: string) => ({
    support: /几回|做高/.test(query) ? 0.9 : 0.3,
    document: /几回/.test(query) ? 'faq:count' : 'faq:raise',
  }),
} as unknown as Router;
const person: Command = { do: 'request_human', reason: 'asked' };
const raise: Command = { do: 'answer', query: '能把等级做高吗' };
const beside = (text: string, rule: Command) => withAskedBeside(router, turnOf(text), text, rule);

describe('what is asked beside a rule', () => {
  it('is answered where it surely has an answer of its own', () => {
    expect(beside('想填高点，一天能填几回？', raise)).toEqual([
      { do: 'answer', query: '一天能填几回' },
      raise,
    ]);
  });

  it('is nothing where the last words ask nothing, or the same', () => {
    expect(beside('一天能填几回，我想填高点', raise)).toEqual([raise]);
    expect(beside('我是稳健的，能把等级做高吗', raise)).toEqual([raise]);
  });
});

describe('whoever asks for a person and whether this is one', () => {
  it('is told both', () => {
    const identity = { do: 'social', act: 'identity' };
    expect(withIdentity('你是真人还是机器？我要找人', [person])).toEqual([identity, person]);
    expect(withIdentity('我要找真人', [person])).toEqual([person]);
  });

  it('is told only what is urgent where somebody is in danger', () => {
    const danger: Command = { do: 'emergency', kind: 'self_harm' };
    expect(withIdentity('你是真人还是机器？我不想活了', [danger])).toEqual([danger]);
  });
});
