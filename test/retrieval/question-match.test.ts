import { describe, expect, it } from '@jest/globals';
import { tokens } from '../../src/language/tokens.js';
import { buildBm25 } from '../../src/retrieval/bm25.js';
import { countAsked, matchQuestions, tokenWeights } from '../../src/retrieval/question-match.js';

const even = () => 1;
const set = (text: string) => new Set(tokens(text));

describe('likeness to remembered questions', () => {
  it('is 1 for the same words, 0 for none, and takes the best question', () => {
    expect(matchQuestions(set('茶几点开'), ['杯子', '茶几点开'], even).similarity).toBe(1);
    expect(matchQuestions(set('茶几点开'), ['杯子'], even).similarity).toBe(0);
    expect(matchQuestions(set(''), ['杯子'], even)).toEqual({ similarity: 0, coverage: 0 });
  });

  it('counts a longer question as covering the query and yet unlike it', () => {
    const { similarity, coverage } = matchQuestions(
      set('杯子'),
      ['家里的旧杯子能不能带来用'],
      even,
    );
    expect(coverage).toBe(1);
    expect(similarity).toBeLessThan(0.5);
  });

  it('weighs words that many ask with less than words that few do', () => {
    const asks = Array.from({ length: 30 }, (_, i) => [`怎么第${i}种`]);
    const bm25 = buildBm25(asks.map(() => ({ text: '茶', heading: '', asks: [] })));
    const weight = tokenWeights(bm25, countAsked([...asks, ['利息']]));
    expect(weight('怎么')).toBeLessThan(weight('利息') / 2);
  });
});
