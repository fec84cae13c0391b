import { describe, expect, it } from '@jest/globals';
import { MOMENTS } from '../../../src/advice/lifecycle/moments/catalogue.js';
import { composeMomentLetter } from '../../../src/agent/compose/moment.js';
import { guard } from '../../../src/compliance/guard.js';
import type { Fact } from '../../../src/terms/fact.js';
import { loadWordings } from '../../../src/wording/prompts.js';

const wordings = loadWordings('prompts');

/** Whatever any of the moments tells of itself. */
const TOLD: Readonly<Record<string, Fact | string>> = {
  name: '远山稳健债券 A',
  day: { value: '2026-12-05', unit: 'date', label: '到期日' },
  amount: { value: 12_000, unit: 'yuan', label: '金额' },
  fall: { value: 6.1, unit: '%', label: '跌幅' },
  before: 'R3',
  after: 'R4',
};

/** An advisor takes over with the summary of the talk: there is nothing to write of one's own accord. */
const TAKE_OVER = 27;
const forAdvisors = MOMENTS.filter(
  ({ number, steps }) => 'advisor' in steps && number !== TAKE_OVER,
);

describe('what an advisor might write because of a key moment', () => {
  it.each(forAdvisors.map(({ number, name }) => [number, name] as const))(
    '%i %s is drafted, calls the customer as they are called, and may be said by a person',
    (number) => {
      const draft = composeMomentLetter(wordings, { number, told: TOLD }, '林女士')!;
      expect(draft.text).toMatch(/^林女士，您好，/);
      const said = ['远山稳健债券 A', 'R3', 'R4'];
      const context = {
        speaker: 'advisor' as const,
        facts: [],
        passages: [],
        said,
        allowedHosts: [],
      };
      const checked = guard(draft, context, '');
      expect([checked.verdict, checked.findings]).toEqual(['pass', []]);
    },
  );

  it('names no product where the moment is none for products', () => {
    for (const number of [2, 3, 12, 17]) {
      const { text } = composeMomentLetter(wordings, { number, told: TOLD }, null)!;
      expect(text).not.toMatch(/远山|产品|理财|基金/);
    }
  });

  it('is nothing where the moment is for somebody else, or was raised with less told than it takes', () => {
    expect(composeMomentLetter(wordings, { number: 10, told: TOLD }, null)).toBeNull();
    expect(composeMomentLetter(wordings, { number: 24, told: {} }, null)).toBeNull();
  });
});
