import { describe, expect, it } from '@jest/globals';
import { unsureParagraph } from '../../../src/agent/compose/unsure.js';
import type { Passage } from '../../../src/terms/passage.js';
import { loadWordings } from '../../../src/wording/prompts.js';
import { found } from '../understand/llm-turn.js';

const wordings = loadWordings('prompts');
const entry = (title: string, kind: Passage['kind'] = 'faq') => ({ title, kind }) as Passage;
const asked = (query: string, support: number, passages: readonly Passage[], isAgain = false) =>
  unsureParagraph(wordings, 0, { query, result: found({ support, passages }) }, isAgain);
const near = (support: number, ...passages: readonly Passage[]) =>
  asked('定投的事', support, passages);
const labels = ({ suggestions }: ReturnType<typeof near>) => suggestions.map(({ label }) => label);

describe('a question that nothing answers', () => {
  it('offers the two questions nearest to it, and a person', () => {
    const said = near(0.5, entry('定投怎么停？'), entry('定投扣不成怎么办？'));
    expect(said.text).toContain('「定投怎么停？」');
    expect(said.text).toContain('「定投扣不成怎么办？」');
    expect(labels(said)).toEqual(['定投怎么停？', '定投扣不成怎么办？', '请顾问来']);
  });

  it('offers each of them once, however many parts of an entry were found', () => {
    const said = near(
      0.5,
      entry('定投甲？'),
      entry('定投甲？'),
      entry('定投乙？'),
      entry('定投丙？'),
    );
    expect(labels(said)).toEqual(['定投甲？', '定投乙？', '请顾问来']);
  });

  it.each<[string, number, readonly Passage[]]>([
    ['what was found is about something else', 0.3, [entry('定投甲？'), entry('定投乙？')]],
    ['only one question lies near', 0.5, [entry('定投甲？'), entry('定投甲？')]],
    [
      'what lies nearest is a law',
      0.5,
      [entry('证券法', 'law'), entry('定投甲？'), entry('定投乙？')],
    ],
    ['nothing was found', 0, []],
  ])('says plainly that there is no basis where %s', (_why, support, passages) => {
    const said = near(support, ...passages);
    expect(said.text).not.toContain('「');
    expect(labels(said)).toEqual(['请顾问来', '换个问法']);
  });

  it('offers nothing that only shares words of asking with it', () => {
    const passages = [entry('在哪里下载合同？'), entry('能帮我盯着，涨到某个价就卖吗？')];
    expect(labels(asked('能帮我看看劳动合同吗', 0.5, passages))).toEqual(['请顾问来', '换个问法']);
  });

  it('offers nothing that shares no word with the question', () => {
    const passages = [entry('我的资料会被卖给别人吗？'), entry('定投甲？')];
    expect(labels(asked('我的定投甲乙丙丁呢', 0.5, passages))).toEqual(['请顾问来', '换个问法']);
  });

  it('guesses no further after a reply that did not help either', () => {
    const passages = [entry('定投甲？'), entry('定投乙？')];
    const said = asked('定投的事', 0.5, passages, true);
    expect(said.text).not.toContain('甲');
    expect(labels(said)).toEqual(['请顾问来', '换个问法']);
  });

  it('cites nothing', () => {
    expect(near(0.5, entry('定投甲？'), entry('定投乙？')).passages).toEqual([]);
  });
});
