import { describe, expect, it } from '@jest/globals';
import { withItsLaw } from '../../../src/agent/understand/bare-article.js';
import { turnOf } from './llm-turn.js';

const after = (...said: readonly string[]) => ({
  ...turnOf('…'),
  history: said.map((text) => ({ role: 'assistant' as const, text })),
});

describe('an article without its law', () => {
  it.each(['第二条呢', '第二条怎么做', '你刚说的第二条是什么意思', '第三条没看懂'])(
    '%s finds no law where none was spoken of',
    (text) => {
      expect(withItsLaw(after('1. 挂断。\n2. 报警。'), text)).toBeNull();
    },
  );

  it('leaves the rest of what is asked', () => {
    const asked = withItsLaw(after('请先停下。'), '刚才第二条，那个链接还要不要删掉');
    expect(asked).toBe('那个链接还要不要删掉');
  });

  it('is one of the law just spoken of', () => {
    expect(withItsLaw(after('按《证券法》第八十八条：……'), '第八十九条呢')).toBe(
      '《证券法》第八十九条呢',
    );
  });

  it.each(['个人信息保护法二十四条讲啥', '证券法第八十八条讲什么', '有三条建议吗'])(
    '%s stands as it is',
    (text) => {
      expect(withItsLaw(after('按《信托法》第二条：……'), text)).toBe(text);
    },
  );
});
