import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { brief, hasSameFigures, retoned } from '../../../src/agent/compose/tones.js';
import { figuresSaid } from '../../../src/compliance/figures.js';
import { loadWordings } from '../../../src/wording/prompts.js';
import { draft } from '../../conversation/harness.js';

/** 换语气: shorter or warmer, and never another figure, source or caution. */

const wordings = loadWordings('prompts');
const hearer = { address: '陈女士', isWorried: false, seed: 1 };

/** Every entry of the house's own handbook, as it would be answered. */
const ENTRIES = readdirSync('knowledge/faq').map((file) => {
  const [, , body = ''] = readFileSync(join('knowledge/faq', file), 'utf8').split(/^---\n/m);
  return `${body.trim()} [1]`;
});

const marksOf = (text: string) => [...text.matchAll(/\[\d+\]/g)].map(String).sort();

describe('a draft in other tones', () => {
  it('has the same figures and sources for every entry of the handbook, in every opening', () => {
    expect(ENTRIES.length).toBeGreaterThan(200);
    for (const [seed, entry] of ENTRIES.entries()) {
      const made = retoned(wordings, draft(entry), { ...hearer, seed, isWorried: seed % 4 < 2 });
      expect(made.some(({ tone }) => tone === 'warm')).toBe(true);
      for (const one of made) {
        expect([...figuresSaid(one.draft.text)].sort()).toEqual([...figuresSaid(entry)].sort());
        expect(marksOf(one.draft.text)).toEqual(marksOf(entry));
        expect(one.draft.citations).toEqual(draft(entry).citations);
      }
    }
  });

  it('is told apart where a single figure differs', () => {
    expect(hasSameFigures('赎回费 0.50%，3 天到账。', '3 天到账，赎回费 0.50%。')).toBe(true);
    expect(hasSameFigures('赎回费 0.50%，3 天到账。', '赎回费 0.05%，3 天到账。')).toBe(false);
    expect(hasSameFigures('赎回费 0.50%。', '赎回费 0.50%，另收 0.50%。')).toBe(false);
  });

  it('leaves out what neither answers nor binds, and keeps lists, cautions and questions', () => {
    const text = [
      '封闭式要等到期。设计成这样，是为了投一些期限长的资产。',
      '- 到期日：2027-03-01\n- 等级：R2',
      '这款理财不保本。您打算放多久？想了解别的，随时问我。',
    ].join('\n\n');
    expect(brief(text)).toBe(
      [
        '封闭式要等到期。',
        '- 到期日：2027-03-01\n- 等级：R2',
        '这款理财不保本。您打算放多久？',
      ].join('\n\n'),
    );
  });

  it('greets by name once, and takes in a worry that the draft has not taken in yet', () => {
    const [warm] = retoned(wordings, draft('赎回费 0.50%。'), {
      ...hearer,
      isWorried: true,
    }).filter(({ tone }) => tone === 'warm');
    expect(warm?.draft.text).toMatch(/^陈女士，.*(担心|不踏实|惦记)/);
    const [felt] = retoned(wordings, draft('让您遇到这样的事，真对不起。'), hearer).filter(
      ({ tone }) => tone === 'warm',
    );
    expect(felt?.draft.text.startsWith('陈女士，让您遇到')).toBe(true);
  });
});
