import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { loadRetentionRules, readRetentionRules } from '../../src/app/retention-rules.js';

const FILE = new URL('../../knowledge/retention/retention-2026.yaml', import.meta.url).pathname;
const text = readFileSync(FILE, 'utf8');

describe('the rules of how long what is kept', () => {
  it('are a file whose every term names its article and how sure that is', () => {
    const { classes } = readRetentionRules(text, 'retention-2026.yaml');
    for (const { sources, title } of Object.values(classes)) {
      expect([title, sources.every(({ evidence }) => evidence !== '')]).toEqual([title, true]);
    }
    expect(classes.R20).toMatchObject({ keepYears: 20, onRequest: 'restrict', fourEyes: true });
  });

  it.each([
    ['an unknown class', text.replace('DraftOffered: R20', 'DraftOffered: R21')],
    [
      'a term without a basis',
      text.replace(/sources:\n\s+- .*第四十七条, evidence: T }\n/, 'sources: []\n'),
    ],
    ['an unknown key', text.replace('anonymous_days', 'anonymous_day')],
  ])('with %s are refused, with the name of the file', (_, broken) => {
    expect(broken).not.toBe(text);
    expect(() => readRetentionRules(broken, 'broken.yaml')).toThrow('broken.yaml');
  });

  it('hold from their day on', () => {
    expect(loadRetentionRules('2026-01-01').version).toBe('retention@2026.1');
    expect(() => loadRetentionRules('2025-12-31')).toThrow('no retention rules hold');
  });
});
