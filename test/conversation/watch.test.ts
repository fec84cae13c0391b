import { describe, expect, it } from '@jest/globals';
import type { News } from '../../src/conversation/watch.js';
import { createWatch } from '../../src/conversation/watch.js';

const recorded: News = { kind: 'recorded' };

describe('news of a conversation', () => {
  it('reach everybody who follows it and nobody else', () => {
    const watch = createWatch();
    const heard: string[] = [];
    watch.follow('a', () => heard.push('first'));
    watch.follow('a', () => heard.push('second'));
    watch.follow('b', () => heard.push('other'));
    watch.tell('a', recorded);
    expect(heard).toEqual(['first', 'second']);
  });

  it('stop for whoever has left, and only for them', () => {
    const watch = createWatch();
    const heard: string[] = [];
    const leave = watch.follow('a', () => heard.push('first'));
    watch.follow('a', () => heard.push('second'));
    leave();
    leave();
    watch.tell('a', recorded);
    expect(heard).toEqual(['second']);
  });

  it('may be followed again after everybody left', () => {
    const watch = createWatch();
    const heard: News[] = [];
    watch.follow('a', () => heard.push(recorded))();
    watch.tell('a', recorded);
    expect(heard).toEqual([]);
    watch.follow('a', (news) => heard.push(news));
    watch.tell('a', { kind: 'working', status: '正在查资料…' });
    expect(heard).toEqual([{ kind: 'working', status: '正在查资料…' }]);
  });
});
