import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { loadGuardModel } from '../../src/app/guard-model.js';
import { inspect, verdictOf } from '../../src/compliance/guard.js';
import { parseLines } from '../../src/compliance/learned/lines.js';
import { RULES } from '../../src/compliance/rules.js';
import type { GuardContext } from '../../src/compliance/utterance.js';

const folder = new URL('./rules/', import.meta.url);

const learned = loadGuardModel();

/** A line is a sentence, optionally behind `{advisor REGIME/type}`; `#` starts a remark. */
function casesIn(file: string): readonly { text: string; context: GuardContext }[] {
  const lines = readFileSync(new URL(file, folder), 'utf8')
    .split('\n')
    .map((line) => (line === '' || line.startsWith('#') ? line : `- ${line}`));
  return parseLines(file, lines.join('\n')).map(({ text, speaker, product }) => ({
    text,
    context: { speaker, allowedHosts: [], ...(product && { product }) },
  }));
}

describe('the rules and their lines', () => {
  const files = readdirSync(folder);

  for (const file of files.filter((name) => name.endsWith('.broken.txt'))) {
    const id = file.split('.')[0]!;
    describe(`${id} stops`, () => {
      for (const { text, context } of casesIn(file)) {
        it(text, () => {
          const findings = inspect(text, { ...context, learned });
          expect(findings.map(({ rule }) => rule)).toContain(id);
          for (const found of findings) expect(text.slice(found.start, found.end)).toBe(found.text);
        });
      }
    });
  }

  for (const file of files.filter((name) => name.endsWith('.ok.txt'))) {
    describe(`${file.split('.')[0]!} lets through`, () => {
      for (const { text, context } of casesIn(file)) {
        it(text, () => {
          expect(inspect(text, context)).toEqual([]);
        });
      }
    });
  }

  it('and the model beside them stop at most one fine line in a hundred', () => {
    const fine = files.filter((name) => name.endsWith('.ok.txt')).flatMap(casesIn);
    const stopped = fine.filter(
      ({ text, context }) => inspect(text, { ...context, learned }).length > 0,
    );
    expect(stopped.length / fine.length).toBeLessThanOrEqual(0.01);
  });

  it('come with lines for both sides', () => {
    const ofWords = RULES.map(({ id }) => id).filter((id) => /^L\d+$/.test(id));
    for (const id of ofWords) {
      expect(casesIn(`${id}.broken.txt`).length).toBeGreaterThanOrEqual(30);
      expect(casesIn(`${id}.ok.txt`).length).toBeGreaterThanOrEqual(30);
    }
  });

  it('read what a customer says as a signal', () => {
    const findings = inspect('你们说这款保本', { speaker: 'customer', allowedHosts: [] });
    expect(findings.map(({ rule }) => rule)).toContain('L1');
    expect(verdictOf(findings, 'customer')).toBe('pass');
  });

  it('have one id each and name their basis', () => {
    const ids = RULES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { basis, title } of RULES) {
      expect(basis.instrument && basis.article && title).toBeTruthy();
    }
  });
});
