import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { RULES } from '../../../src/compliance/rules.js';
import { RULE_BOOK, maySwitch, withRuleState } from '../../../src/review/changes/rule-book.js';

const book = readFileSync(RULE_BOOK, 'utf8');

describe('a rule over whole conversations', () => {
  it('is put on trial beside those that are, with every comment where it was', () => {
    const tried = withRuleState(book, 'T3', 'trial');
    expect(tried).toBe(book.replace('  - T17', '  - T17\n  - T3'));
    expect(withRuleState(tried, 'T3', 'trial')).toBe(tried);
    expect(withRuleState(tried, 'T3', 'live')).toBe(book);
    const other = withRuleState(tried, 'T17', 'live');
    expect(parse(other).tried).toEqual(['T3']);
    expect(other).not.toContain('A draft for comments');
  });

  it('counts once it is off the list, the last one too', () => {
    expect(parse(withRuleState(book, 'T17', 'live')).tried).toEqual([]);
    expect(withRuleState(book, 'T3', 'live')).toBe(book);
  });
});

describe('a rule of the guard', () => {
  it.each(RULES.map(({ id }) => id))('%s is switched by nobody', (id) => {
    expect(maySwitch(id)).toBe(false);
  });
});
