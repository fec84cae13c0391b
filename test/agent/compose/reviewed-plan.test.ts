import { describe, expect, it } from '@jest/globals';
import { composeNotice } from '../../../src/agent/compose/notice.js';
import { answerParagraph } from '../../../src/agent/compose/plan-answer.js';
import { statusParagraph } from '../../../src/agent/compose/plan-status.js';
import type { TurnContext } from '../../../src/conversation/agent.js';
import type { ProposalEvent } from '../../../src/conversation/proposal/events.js';
import type { Told } from '../../../src/conversation/proposal/notice.js';
import { loadWordings } from '../../../src/wording/prompts.js';
import { NOW, WEEK, grounds, stateAfter } from '../../conversation/proposal/signed.js';
import { passage } from '../understand/llm-turn.js';
import { samplePlan } from '../../terms/sample-plan.js';

const wordings = loadWordings('prompts');
const REASON = '定期存款到期后要再找地方放，先少放一些。';
const { id, name, licences, productGrade } = grounds('advisor1').signer;
const by = { id, name, licences, productGrade };
const expires = NOW + WEEK;
const approved: ProposalEvent = { kind: 'ProposalApproved', by, ruleVersion: 'S1', expires };
const adjusted: ProposalEvent = {
  ...approved,
  kind: 'ProposalAdjusted',
  plan: samplePlan({ cautions: [] }),
  reason: REASON,
};
const declined: ProposalEvent = { kind: 'ProposalDeclined', by, reason: REASON };
const presented: ProposalEvent = {
  kind: 'ProposalPresented',
  conversation: 'talk',
  statement: 'talk|7',
};
const returned: ProposalEvent = {
  kind: 'ProposalReturned',
  standing: 'class_lower',
  products: [],
  told: false,
};
const read: ProposalEvent = { kind: 'ProposalAcknowledged', source: 'm1' };
const over: ProposalEvent = { kind: 'ProposalExpired' };

const told = (...events: readonly ProposalEvent[]): Told => ({
  id: 'P1',
  state: stateAfter(...events),
  signedAt: events.length > 0 ? NOW : null,
});
const notice = (events: readonly ProposalEvent[], withReason = true) =>
  composeNotice(wordings, told(...events), withReason);

/** A customer whose latest proposal stands so; `never`: who has none. */
const context = (events: readonly ProposalEvent[] | 'never', customer: string | null = 'C1003') =>
  ({
    seed: 0,
    now: NOW,
    customer,
    messages: [{ id: 'm2' }],
    proposal: events === 'never' ? null : { ...told(...events), row: { drafted_at: NOW } },
  }) as unknown as TurnContext;
const status = (events: readonly ProposalEvent[]) => statusParagraph(wordings, context(events));

describe('the notice of a plan that does not suit any more', () => {
  it('shows nothing of it, and says plainly that it is checked again', () => {
    const { text, cards } = notice([approved, returned]);
    expect(text).toContain('要请顾问重新核对');
    expect(text).toContain('您不用做什么');
    expect(cards).toEqual([]);
  });

  it('names the articles by which it suits no more, told or asked', () => {
    const law = [
      { ...passage('law', '超出等级的不得推荐'), title: '适当性办法', article: '第十二条 匹配' },
    ];
    const fallen: ProposalEvent = { ...returned, law };
    for (const { text } of [notice([approved, fallen]), status([approved, fallen])]) {
      expect(text).toContain('规则见《适当性办法》第十二条 [1]。');
    }
    expect(notice([approved, fallen]).citations.map(({ article }) => article)).toEqual([
      '第十二条 匹配',
    ]);
    expect(notice([approved, returned]).text).not.toContain('规则见');
  });

  it('says that it ran out before anybody had', () => {
    const { text } = notice([approved, returned, over]);
    expect(text).toContain('重新核对，到 12 月 2 日（周三）还没有结果');
    expect(text).toContain('什么都没有办理');
  });
});

describe('the notice of a signed plan', () => {
  it('names advisor and day, carries the card with the review, and how to answer', () => {
    const { text, cards, suggestions, facts } = notice([approved]);
    expect(text).toContain('顾问周谨言在 11 月 25 日（周三）看过，按草稿通过');
    expect(text).toContain('不等于下单');
    expect(cards).toEqual([
      {
        kind: 'plan',
        plan: samplePlan(),
        review: { proposal: 'P1', advisor: '周谨言', on: '2026-11-25', adjusted: null },
      },
    ]);
    expect(suggestions.map(({ label }) => label)).toEqual(['我看过了', '不采用', '预约回电']);
    expect(facts).toContainEqual({ value: '2026-12-02', unit: 'date', label: '方案有效期' });
  });

  it('gives the advisor’s reason for a change, or leaves it to the advisor', () => {
    const { text, cards } = notice([adjusted]);
    expect(text).toContain(REASON);
    expect(cards[0]).toMatchObject({ review: { adjusted: REASON } });
    const without = notice([adjusted], false);
    expect(JSON.stringify([without.text, without.cards])).not.toContain(REASON);
    expect(without.text).toContain('为什么改，顾问会跟您说');
  });
});

describe('the notice of an end', () => {
  it('says why it was declined and what may come next, without a card', () => {
    const { text, cards, suggestions } = notice([declined]);
    expect(text).toContain(REASON);
    expect(text).toContain('没有通过');
    expect([cards, suggestions[0]?.label]).toEqual([[], '预约回电']);
    expect(notice([declined], false).text).not.toContain(REASON);
  });

  it('says that a plan ran out', () => {
    expect(notice([approved, presented, over]).text).toContain('有效期到 12 月 2 日（周三）');
  });
});

describe('asked how it stands', () => {
  it.each<[string, readonly ProposalEvent[], string]>([
    ['that waits', [], '还在等持证顾问审核'],
    ['that ran out unseen', [over], '没有等到顾问审核'],
    ['that is signed and not told yet', [approved], '方案已由顾问审核'],
    ['that is presented', [adjusted, presented], REASON],
    ['that was read', [approved, presented, read], '您也说看过了'],
    ['that was declined', [declined], '没有通过'],
  ])('of a plan %s the customer is told so', (_, events, words) => {
    expect(status(events).text).toContain(words);
  });

  it.each<[string, readonly ProposalEvent[], string]>([
    ['approved', [approved], '要请顾问重新核对'],
    ['adjusted', [adjusted], '要请顾问重新核对'],
    ['presented', [adjusted, presented], '要请顾问重新核对'],
    ['read', [approved, presented, read], '先不要照着办'],
  ])('of a plan that is %s and suits no more, nothing is shown', (_, events, words) => {
    const unfit = { standing: 'class_lower' as const, products: [] };
    const { text, cards } = statusParagraph(wordings, { ...context(events), unfit });
    expect(text).toContain(words);
    expect([cards, text.includes('%'), text.includes(REASON)]).toEqual([[], false, false]);
  });

  it('of a plan whose time is over nothing is shown, whether or not that is on record', () => {
    const late = { ...context([approved, presented]), now: NOW + WEEK };
    const { text, cards } = statusParagraph(wordings, late);
    expect(text).toContain('现在已经过了');
    expect(cards).toEqual([]);
  });

  it('what is planned for another goal is named beside it', () => {
    const need = { ...samplePlan().need, goal: 'home', amount: 500_000 };
    const other = { id: 'P2', state: { ...stateAfter(), plan: samplePlan({ need }) } };
    const live = [other] as unknown as NonNullable<TurnContext['live']>;
    const { text } = statusParagraph(wordings, { ...context([]), live });
    expect(text).toContain('“买房”那笔钱（50 万元）');
  });

  it('says that there is none, and asks a visitor to sign in', () => {
    expect(statusParagraph(wordings, context('never')).text).toContain('还没有方案');
    expect(statusParagraph(wordings, context('never', null)).text).toContain('登录');
  });
});

describe('answered', () => {
  const say = (events: readonly ProposalEvent[], answer: 'read' | 'refused') =>
    answerParagraph(wordings, context(events), answer).text;

  it('is confirmed with what does not follow from it', () => {
    expect(say([approved, presented], 'read')).toContain('没有下单');
    expect(say([approved, presented], 'refused')).toContain('您不采用');
  });

  it('too early or too late is told how it stands', () => {
    expect(say([], 'read')).toContain('还在等持证顾问审核');
    expect(say([], 'refused')).toContain('还只是草稿');
    expect(say([approved, presented, read], 'refused')).toContain('没关系');
    expect(say([declined], 'read')).toContain('没有通过');
  });
});
