import { describe, expect, it } from '@jest/globals';
import { differences } from '../../../src/conversation/replay/difference.js';

describe('an answer made again', () => {
  it('is the same whatever order its fields came back in', () => {
    expect(differences({ a: 1, b: [2, { c: 3 }] }, { b: [2, { c: 3 }], a: 1 })).toEqual([]);
  });

  it('names every place where it is another, with both sides', () => {
    const then = { text: '成立', citations: [{ title: '旧版' }] };
    const now = { text: '成立', citations: [{ title: '新版' }, { title: '多出' }] };
    expect(differences(then, now)).toEqual([
      { place: 'citations.0.title', then: '旧版', now: '新版' },
      { place: 'citations.1', then: null, now: { title: '多出' } },
    ]);
  });
});
