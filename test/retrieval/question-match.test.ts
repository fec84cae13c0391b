import { describe, expect, it } from '@jest/globals';
import { tokens } from '../../src/language/tokens.js';
import { buildBm25 } from '../../src/retrieval/bm25.js';
import {
  countAsked,
  similarityTo,
  tokenWeights,
  weighWords,
} from '../../src/retrieval/question-match.js';

const even = () => 1;
const weighed = (text: string) => weighWords(new Set(tokens(text)), even);
const likeness = (query: string, ...questions: readonly string[]) => {
  const { words, total } = weighed(query);
  return similarityTo(questions.map(weighed), new Set(words), total);
};

describe('likeness to remembered questions', () => {
  it('is 1 for the same words, 0 for none, and takes the best question', () => {
    expect(likeness('茶几点开', '杯子', '茶几点开')).toBe(1);
    expect(likeness('茶几点开', '杯子')).toBe(0);
    expect(likeness('', '杯子')).toBe(0);
  });

  it('is small for a question that says much more than was asked', () => {
    expect(likeness('杯子', '家里的旧杯子能不能带来用')).toBeLessThan(0.5);
  });

  it('weighs words that many ask with less than words that few do', () => {
    const asks = Array.from({ length: 30 }, (_, i) => [`怎么第${i}种`]);
    const bm25 = buildBm25(asks.map(() => ({ text: '茶', heading: '', asks: [] })));
    const weight = tokenWeights(bm25, countAsked([...asks, ['利息']]));
    expect(weight('怎么')).toBeLessThan(weight('利息') / 2);
  });
});
