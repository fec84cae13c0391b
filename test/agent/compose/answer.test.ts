import { describe, expect, it } from '@jest/globals';
import { answerParagraph, extract } from '../../../src/agent/compose/answer.js';
import type { Passage } from '../../../src/terms/passage.js';
import { loadWordings } from '../../../src/wording/prompts.js';
import { passage } from '../understand/llm-turn.js';

const wordings = loadWordings('prompts');
const answer = (changes: Partial<Passage>, text = '可以拒绝。', seed = 0) =>
  answerParagraph(
    wordings,
    '怎么拒绝',
    { passages: [{ ...passage('p', text), ...changes }] },
    seed,
  );

describe('an answer from knowledge', () => {
  it('is the handbook’s own words, cited', () => {
    const { text, passages } = answer({ kind: 'faq' });
    expect(text).toBe('可以拒绝。 [1]');
    expect(passages).toHaveLength(1);
  });

  it.each([
    ['债券基金会跌破本金吗', '会。利率上升，债券就跌。 [1]'],
    ['短债基金会亏不会', '会。利率上升，债券就跌。 [1]'],
    ['债券基金为什么也会跌', '利率上升，债券就跌。 [1]'],
    ['买的纯债怎么还亏了', '利率上升，债券就跌。 [1]'],
  ])('begins with a yes only where a yes was asked for: %s', (words, said) => {
    const entry = { ...passage('p', '会。利率上升，债券就跌。'), kind: 'faq' } as const;
    expect(answerParagraph(wordings, words, { passages: [entry] }, 0).text).toBe(said);
  });

  it('names law and article, and quotes the law word for word', () => {
    const law = { kind: 'law', title: '某法', article: '第二十四条', evidence: 'T' } as const;
    expect(answer(law).text).toBe('《某法》第二十四条是这样规定的：\n\n「可以拒绝。」[1]');
  });

  it('tells a digest as a digest, under the article’s number alone', () => {
    const rule = { kind: 'regulation', title: '某办法', evidence: 'T2' } as const;
    const { text } = answer({ ...rule, article: '第七条 适当性' });
    expect(text).toBe('按《某办法》第七条：可以拒绝。 [1]');
  });

  it.each(['W', 'M'] as const)('names no article that was never read (%s)', (evidence) => {
    const { text } = answer({ kind: 'regulation', article: '第七条', evidence });
    expect(text).toBe('可以拒绝。 [1]');
  });

  describe('asked about again', () => {
    const entry =
      '存款保险的限额是 50 万元。\n\n几个账户合并算，不同银行分开算。超出的依法从清算财产里偿付。';
    const again = (words: string, before: readonly string[] = [`${entry} [1]`]) =>
      answerParagraph(wordings, words, { passages: [passage('p', entry)] }, 0, { before, words })
        .text;

    it('says only what answers the question now', () => {
      expect(again('三家银行分开算吗')).toBe('几个账户合并算，不同银行分开算。 [1]');
    });

    it('is whole where no sentence is closer than another, and where it was never said', () => {
      expect(again('真的假的')).toBe(`${entry} [1]`);
      expect(again('三家银行分开算吗', ['别的回答。'])).toBe(`${entry} [1]`);
    });
  });

  it.each([
    ['会。卖得早多收。', '比如 1 万元多收 50 元。', '1 万元多收 50 元。\n\n卖得早多收。 [1]'],
    ['受理那天是 T 日。\n\n', '周末不数。', '周末不数。\n\n受理那天是 T 日。 [1]'],
  ])('begins with what was asked, wherever the entry says it: %s', (above, asked, said) => {
    const passages = [{ ...passage('p', above + asked), kind: 'faq' } as const];
    const told = { passages, point: above.length };
    expect(answerParagraph(wordings, '周五卖多收多少', told, 0).text).toBe(said);
  });

  it('offers what else the words may have meant, one tap away', () => {
    const told = { passages: [passage('p', '可以。')], near: ['钱几天到账？', '满一年还收吗？'] };
    const { suggestions } = answerParagraph(wordings, '到账', told, 0);
    expect(suggestions).toEqual([{ label: '钱几天到账？', say: '钱几天到账？' }]);
  });

  it('says which wording it used', () => {
    const { wording } = answer({ kind: 'faq' });
    expect(wording).toEqual([{ id: 'answer_faq', hash: wordings.get('answer_faq').hash }]);
  });

  it('reads only the best passage aloud', () => {
    const two = [passage('a', '第一段。'), passage('b', '第二段。')];
    expect(answerParagraph(wordings, '段', { passages: two }, 0).text).not.toContain('第二段');
  });
});

describe('an extract', () => {
  const long = [
    '第一款讲的是别的事情，与所问无关，只是为了把这一条写得足够长。',
    '个人有权拒绝仅通过自动化决策作出的决定。',
    '第三款又是别的事情，同样与所问无关，也是为了把这一条写得足够长，再长一点才够。',
    '第四款也是别的事情，讲的是机构自己怎么登记、怎么保存、怎么报告，与个人怎么办没有关系。',
    '第五款还是别的事情，仍然与所问无关，它的用处只是让整条超过读得完的长度，所以写在这里。',
  ].join('');

  it('leaves a short text whole', () => {
    expect(extract('很短。\n\n两段。', '问')).toBe('很短。\n两段。');
  });

  it('keeps the sentence that answers, and every sentence is verbatim', () => {
    const text = extract(long, '自动化决策怎么拒绝');
    expect(text).toContain('个人有权拒绝仅通过自动化决策作出的决定。');
    expect(text.length).toBeLessThan(long.length);
    for (const sentence of text.match(/[^。]+。/g) ?? []) expect(long).toContain(sentence);
  });

  it('keeps sentences in their order', () => {
    const at = (extract(long, '别的事情 无关').match(/[^。]+。/g) ?? []).map((s) =>
      long.indexOf(s),
    );
    expect(at).toEqual([...at].sort((a, b) => a - b));
  });
});
