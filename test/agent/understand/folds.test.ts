import { describe, expect, it } from '@jest/globals';
import { joinTwins } from '../../../src/agent/understand/folds.js';

const lines = (label: string, ...texts: string[]) =>
  texts.map((text, at) => ({ label, text, family: `${label}.${at}` }));

const isOne = (texts: readonly string[], ...others: ReturnType<typeof lines>) => {
  const joined = joinTwins([...lines('terms', ...texts), ...others]);
  return joined[0]?.family === joined[1]?.family;
};

const asked = [
  ...lines('funds', '货基是什么意思', '债基是什么意思'),
  ...lines('fees', '佣金是什么意思', '前端收费是什么意思'),
];

describe('near twins', () => {
  it('are one family though the file does not say so', () => {
    expect(isOne(['夏普比率是什么意思', '夏普比率是啥意思'], ...asked)).toBe(true);
  });

  it('are not two questions that only are asked in the same way', () => {
    expect(isOne(['久期是什么意思', '换手率是什么意思'], ...asked)).toBe(false);
  });
});
