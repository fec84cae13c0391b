import { describe, expect, it } from '@jest/globals';
import { filesIn, filesWording } from '../../../src/agent/compose/files.js';
import type { MediaType } from '../../../src/terms/attachment.js';
import { turnOf } from '../understand/llm-turn.js';

const turnWith = (...types: readonly MediaType[]) => {
  const turn = turnOf('');
  const attachments = types.map((mediaType) => ({ id: 'a', name: 'a', mediaType, size: 1 }));
  return { ...turn, messages: turn.messages.map((message) => ({ ...message, attachments })) };
};

const files = { step: { say: 'files_kept' as const }, result: null };

describe('what came', () => {
  it('is called pictures only where all of it is', () => {
    expect(filesIn(turnWith('image/png', 'image/heic')).files).toBe('图片');
    expect(filesIn(turnWith('image/png', 'application/pdf')).files).toBe('文件');
  });

  it('is spoken of at length only by itself', () => {
    expect(filesWording([files])).toBe('files_kept');
    expect(filesWording([{ step: { say: 'own_account' }, result: null }, files])).toBe(
      'files_beside',
    );
  });
});
