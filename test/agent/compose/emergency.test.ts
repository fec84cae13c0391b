import { describe, expect, it } from '@jest/globals';
import { emergencyParagraph } from '../../../src/agent/compose/emergency.js';
import { guard } from '../../../src/compliance/guard.js';
import type { FraudHelpStep } from '../../../src/conversation/agent.js';
import { fraudHelp } from '../../../src/conversation/emergency-steps.js';
import type { ConversationState } from '../../../src/conversation/evolve.js';
import { emptyState } from '../../../src/conversation/evolve.js';
import type { FraudNews, FraudState, FraudTold, Victim } from '../../../src/terms/fraud.js';
import { FRAUD_NEWS, FRAUD_STEPS, unknownFraud, VICTIMS } from '../../../src/terms/fraud.js';
import { loadWordings } from '../../../src/wording/prompts.js';
import { draft } from '../../conversation/harness.js';
import { turnOf } from '../understand/llm-turn.js';

const wordings = loadWordings('prompts');

const alarmed = (part: Partial<FraudState> = {}): ConversationState => ({
  ...emptyState,
  fraud: { ...unknownFraud, isAlarm: true, ...part },
});
const spoken = (state: ConversationState, step: FraudHelpStep, history: readonly string[] = []) =>
  emergencyParagraph(
    wordings,
    {
      ...turnOf('…'),
      state,
      history: history.map((text) => ({ role: 'assistant' as const, text })),
    },
    step,
  );
const say = (told: FraudTold, state: ConversationState = emptyState, history?: readonly string[]) =>
  spoken(state, fraudHelp(state, told), history);
const idsOf = (...given: Parameters<typeof say>) => say(...given).wording.map(({ id }) => id);

describe('help against a fraud', () => {
  it('warns first, and asks nobody to report what was not lost', () => {
    expect(idsOf({ news: ['safe_account'] })).toEqual(['emergency_fraud', 'fraud_safe_account']);
    expect(idsOf({ news: ['offer'] })).toEqual(['fraud_offer']);
    expect(say({ news: ['verify'] }).text).not.toMatch(/报警|止付/);
  });

  it('begins with the two calls where money has left, and says the sum back', () => {
    const { text, wording } = say({ news: ['sent'], yuan: 80_000 });
    expect(wording.map(({ id }) => id)).toEqual(['fraud_sum', 'fraud_sent']);
    expect(text).toMatch(/8 万元.*110.*止付/s);
    expect(text).not.toContain('又');
  });

  it('takes the same loss for no further one, and another sum for one', () => {
    const lost = alarmed({ news: ['sent'], yuan: 80_000 });
    expect(idsOf({ news: ['sent'], yuan: 80_000 }, lost)[0]).toBe('fraud_sent_again');
    expect(idsOf({ news: ['sent'], yuan: 10_000 }, lost)).toContain('fraud_sent_more');
  });

  it('speaks of whom the customer asks for', () => {
    const { text } = say({ news: ['sent'], victim: 'mother' });
    expect(text).toContain('您母亲');
    expect(say({ victim: 'father' }).text).toContain('您父亲');
  });

  it('adds one step that was not given, and none when all were', () => {
    expect(idsOf({ news: ['threat', 'payee'] }, alarmed({ news: ['sent'] }))).toContain(
      'fraud_threat',
    );
    const known = alarmed({ news: ['sent'], steps: ['report', 'stop_payment'] });
    expect(say({ news: ['payee'] }, known).text).toMatch(/聊天记录.*留好/);
    const told = alarmed({ news: ['sent'], steps: FRAUD_STEPS });
    expect(idsOf({ news: ['payee'] }, told)).toEqual(['fraud_payee']);
  });

  it('lists what is still to do for what has happened, when asked', () => {
    const { text } = say({ news: ['steps'] }, alarmed({ news: ['sent', 'code', 'reported'] }));
    expect(text).toMatch(/止付.*冻结/s);
    expect(text).not.toContain('110');
  });

  it('is not given twice in the same words', () => {
    const first = say({ news: ['threat'] }, alarmed()).text;
    expect(say({ news: ['threat'] }, alarmed(), [first]).text).not.toBe(first);
  });

  it('answers whoever thanks us calmly', () => {
    expect(idsOf({ news: ['thanks'] }, alarmed({ news: ['unsent'] }))).toEqual(['fraud_thanks']);
    expect(say({ news: ['thanks'] }, alarmed({ news: ['sent'] })).text).not.toMatch(/转账|110/);
  });
});

describe('every word of help', () => {
  const findings = (text: string) =>
    guard(
      draft(text),
      { speaker: 'bot', facts: [], passages: [], said: [], allowedHosts: [] },
      'AI',
    ).findings;
  const money: readonly (readonly FraudNews[])[] = [[], ['sent'], ['unsent'], ['sent', 'reported']];

  it.each(VICTIMS)('passes the guard, whoever is cheated (%s)', (victim: Victim) => {
    const told = FRAUD_NEWS.map((one) => [one]) as FraudNews[][];
    for (const known of money) {
      const state = alarmed({ victim, news: known });
      for (const news of [[], ...told]) {
        const words = news.length > 0 ? { news } : {};
        const { text } = say(words, state);
        expect([text, findings(text)]).toEqual([text, []]);
        const again = say(words, state, [text]).text;
        expect([again, findings(again)]).toEqual([again, []]);
      }
    }
    const alarm = say({ victim }).text;
    expect([alarm, findings(alarm)]).toEqual([alarm, []]);
  });
});

describe('danger to life', () => {
  it('of somebody else asks for somebody beside them, and hears that it eased', () => {
    const care = (state: ConversationState, eased?: boolean) =>
      emergencyParagraph(
        wordings,
        { ...turnOf('…'), state },
        { say: 'emergency', kind: 'self_harm', victim: 'mother', ...(eased && { eased }) },
      ).text;
    expect(care(emptyState)).toMatch(/您母亲身边.*12356/s);
    const again = { ...emptyState, emergency: 'self_harm' as const };
    expect(care(again)).toMatch(/别离开她/);
    expect(care(again, true)).toMatch(/那就好/);
  });
});
