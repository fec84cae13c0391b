import { describe, expect, it } from '@jest/globals';
import { newConversationId } from '../../src/conversation/opening.js';

describe('the id of a new conversation', () => {
  it('is 128 random bits in hex, so that no command line takes it for an option', () => {
    const ids = Array.from({ length: 1_000 }, newConversationId);
    expect(ids.filter((id) => !/^[0-9a-f]{32}$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
