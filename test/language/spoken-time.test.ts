import { describe, expect, it } from '@jest/globals';
import { spokenPart, unspaced } from '../../src/language/spoken-time.js';

describe('the time of day against the cut-off', () => {
  it.each([
    ['下午四点点的', 'after'],
    ['三点前', 'before'],
    ['三点以后', 'after'],
    ['3点半', 'after'],
    ['两点五十', 'before'],
    ['15：00', 'after'],
    ['14:59', 'before'],
    ['上午十点', 'before'],
    ['早上', 'before'],
    ['晚上9点', 'after'],
    ['昨晚', 'after'],
    ['收盘后', 'after'],
    ['五点前', null],
    ['今天', null],
  ])('%s: %s', (text, part) => expect(spokenPart(unspaced(text), '15:00')).toBe(part));
});
