import { describe, expect, it } from '@jest/globals';
import { loadRetentionRules } from '../../src/app/retention-rules.js';
import type { StreamFacts } from '../../src/compliance/retention.js';
import { classOf, erasureVerdict, keptUntil } from '../../src/compliance/retention.js';

const rules = loadRetentionRules('2026-11-26');
const facts = (given: Partial<StreamFacts> = {}): StreamFacts => ({
  stream: '0f3a',
  kinds: ['ConversationOpened', 'MessageReceived', 'ReplyDecided'],
  tools: ['search_knowledge'],
  isKnown: true,
  lastDay: '2026-03-02',
  relationshipEnd: null,
  isUnderWay: false,
  ...given,
});

describe('what a record is kept as', () => {
  it.each([
    ['a talk about this and that', {}, 'R3'],
    ['a talk that a plan was drafted in', { kinds: ['MessageReceived', 'ProposalDrafted'] }, 'R20'],
    ['a talk with a complaint', { kinds: ['ComplaintFiled'] }, 'R20'],
    ['a talk with a filled questionnaire', { kinds: ['RiskAssessed'] }, 'R20'],
    ['a talk in which an advisor spoke', { kinds: ['AdvisorSaid'] }, 'R20'],
    ['a talk in which suitability was judged', { tools: ['check_suitability'] }, 'R20'],
    ['a talk with a fraud reported', { kinds: ['FraudReported'] }, 'R10'],
    ['a fraud and a complaint together', { kinds: ['FraudReported', 'ComplaintFiled'] }, 'R20'],
    ['a proposal', { stream: 'proposal:P1', kinds: ['ProposalDrafted'] }, 'R20'],
    ['a reminder to an advisor', { stream: 'moment:1', kinds: ['MomentDone'] }, 'R3'],
    ['who looked at a name', { stream: 'disclosure:C1', kinds: ['CustomerRevealed'] }, 'R20'],
    ['identity data', { stream: 'customer:C1', kinds: [] }, 'R10'],
  ] as const)('%s is kept as its longest basis says', (_, given, held) => {
    expect(classOf(rules, facts(given))).toBe(held);
  });
});

describe('until when it is kept', () => {
  it.each([
    ['small talk, three years after its last word', {}, '2029-03-02'],
    ['a visitor’s talk, ninety days', { isKnown: false }, '2026-05-31'],
    ['advice, twenty years', { kinds: ['AdvisorSaid'] }, '2046-03-02'],
    ['a visitor’s complaint too', { isKnown: false, kinds: ['ComplaintFiled'] }, '2046-03-02'],
    [
      'what was said on 29 February, not a day too short',
      { lastDay: '2024-02-29', kinds: ['AdvisorSaid'] },
      '2044-02-29',
    ],
    ['the same where the year has no such day', { lastDay: '2024-02-29' }, '2027-03-01'],
    ['identity data of a customer who is one', { stream: 'customer:C1' }, null],
    [
      'identity data, ten years after the relationship ended',
      { stream: 'customer:C1', relationshipEnd: '2030-06-30' },
      '2040-06-30',
    ],
  ] as const)('%s', (_, given, until) => {
    expect(keptUntil(rules, facts(given))).toBe(until);
  });
});

describe('a request to erase', () => {
  const TODAY = '2026-11-26';

  it('erases what nothing asks to be kept', () => {
    expect(erasureVerdict(rules, facts(), TODAY)).toEqual({ kind: 'erase', held: 'R3' });
  });

  it('freezes what a law asks to be kept, and says which and until when', () => {
    expect(erasureVerdict(rules, facts({ kinds: ['AdvisorSaid'] }), TODAY)).toMatchObject({
      kind: 'restrict',
      held: 'R20',
      until: '2046-03-02',
      reason: expect.stringContaining('《证券法》第一百三十七条'),
    });
  });

  it('erases that too once the term is over, not a day earlier', () => {
    const advice = facts({ kinds: ['AdvisorSaid'] });
    expect(erasureVerdict(rules, advice, '2046-03-01').kind).toBe('restrict');
    expect(erasureVerdict(rules, advice, '2046-03-02').kind).toBe('erase');
  });

  it('leaves what a person still works on, and what a running relationship needs', () => {
    expect(erasureVerdict(rules, facts({ isUnderWay: true }), TODAY)).toMatchObject({
      kind: 'retain',
      reason: expect.stringContaining('还在办理'),
    });
    expect(erasureVerdict(rules, facts({ stream: 'customer:C1' }), TODAY)).toMatchObject({
      kind: 'retain',
      until: null,
    });
  });
});
