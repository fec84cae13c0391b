import { describe, expect, it } from '@jest/globals';
import { languageAsked } from '../../../src/advice/routing/languages.js';

describe('the language a customer asks for', () => {
  it.each([
    ['我只会讲粤语', 'cantonese'],
    ['有没有会说广东话的同事', 'cantonese'],
    ['请找个能用英语沟通的顾问', 'english'],
    ['我听不懂普通话，能说闽南话吗', 'hokkien'],
    ['我是听障，可以用手语吗', 'sign'],
    ['Can I speak to an English advisor?', 'english'],
    ['Do you have anyone who speaks Cantonese', 'cantonese'],
    ['转人工', null],
    ['我不会英语', null],
    ['别用英语，我看不懂', null],
    ['英语培训的钱算教育支出吗', null],
    ['这只基金投英国吗', null],
  ])('「%s」: %s', (text, language) => {
    expect(languageAsked([text])).toBe(language);
  });

  it('is the one asked for last', () => {
    expect(languageAsked(['能说英语吗', '算了，用粤语吧', '好的'])).toBe('cantonese');
  });
});
