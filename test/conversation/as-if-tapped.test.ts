import { describe, expect, it } from '@jest/globals';
import { asIfTapped } from '../../src/conversation/as-if-tapped.js';
import { emptyState } from '../../src/conversation/evolve.js';
import type { Message } from '../../src/terms/message.js';

const offered = [{ label: '会怎么亏', say: '日日通风险大不大' }];
const typed = (text: string): string =>
  asIfTapped({ ...emptyState, offered }, { text } as Message).text;

describe('the words on a button', () => {
  it('mean what the button says where they are typed', () => {
    expect(typed('会怎么亏')).toBe('日日通风险大不大');
    expect(typed(' 会怎么亏？')).toBe('日日通风险大不大');
  });

  it('are their own among others', () => {
    expect(typed('安鑫会怎么亏')).toBe('安鑫会怎么亏');
    expect(typed('')).toBe('');
  });
});
