import { describe, expect, it } from '@jest/globals';
import { teachingAsked } from '../../../src/agent/understand/teaching.js';
import type { Router } from '../../../src/agent/understand/router.js';
import { turnOf } from './llm-turn.js';

const knowing = (document: string | null, like = 0.8) =>
  ({
    lookUp: () => ({ support: document === null ? 0 : 0.9, document }),
    further: () => like,
    supportThreshold: 0.57,
  }) as unknown as Router;
const asked = (text: string, router = knowing('faq:elder-mobile')) =>
  teachingAsked(router, turnOf(text), text);

describe('whoever cannot find their way on a phone', () => {
  it.each(['我一个人也不会弄手机', '手机上这些我都不会', '智能机俺用不来', '我不会用app'])(
    'is told who helps: %s',
    (text) => {
      expect(asked(text)).toEqual({ do: 'answer', query: '老人不会用手机可以买吗' });
    },
  );

  it.each(['你们能不能派人来教教我', '有没有人能教教我', '能上门教一下吗', '教教我怎么弄'])(
    'is told who teaches: %s',
    (text) => {
      expect(asked(text)).toEqual({
        do: 'answer',
        query: '能派人来教我吗',
        entry: 'faq:elder-mobile',
      });
    },
  );

  it.each(['我爸不会用手机，俺替他点行不', '爸妈不会弄手机我帮他们操作行吗'])(
    'is told who may press the buttons: %s',
    (text) => {
      expect(asked(text)).toMatchObject({ query: '子女帮着点可以吗', entry: expect.anything() });
    },
  );

  it('hears the whole entry where none of its parts is on teaching', () => {
    expect(asked('有没有人能教教我', knowing('faq:x', 0.2))).toMatchObject({
      query: '老人不会用手机可以买吗',
    });
  });

  it('hears nothing of it in a house that has no such entry', () => {
    expect(asked('我不会弄手机', knowing(null))).toBeNull();
  });

  it.each(['有人教我炒股', '群里老师教我们买', '手机丢了怎么办', '换手机号怎么弄'])(
    'says something else with: %s',
    (text) => {
      expect(asked(text)).toBeNull();
    },
  );
});
