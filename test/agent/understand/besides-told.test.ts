import { describe, expect, it } from '@jest/globals';
import { besidesTold } from '../../../src/agent/understand/besides-told.js';
import type { NearEntry, Router } from '../../../src/agent/understand/router.js';
import type { Utterance } from '../../../src/conversation/agent.js';
import { emptyState } from '../../../src/conversation/evolve.js';
import { turnOf } from './llm-turn.js';

const LOSS: NearEntry = {
  document: 'loss',
  title: '定投会亏钱吗？',
  text: '定投也会亏钱，它是按期买入，不能消除亏损。',
  behind: 0,
};
const STOP: NearEntry = {
  document: 'stop',
  title: '定投怎么修改、暂停或停止？',
  text: '定投随时可以修改、暂停或停止。',
  behind: 0.05,
};

const finding = (near: readonly NearEntry[], covered: Readonly<Record<string, number>> = {}) =>
  ({
    nearby: () => near,
    covers: (document: string) => covered[document] ?? 0.5,
  }) as unknown as Router;

const afterLoss = (...asked: readonly string[]) =>
  turnOf('…', {
    state: { ...emptyState, entries: [{ document: 'loss', ago: 0 }] },
    history: asked.map((text): Utterance => ({ role: 'customer', text })),
  });

describe('an entry that was just told', () => {
  it('is behind another where it says nothing of what is asked now', () => {
    const router = finding([LOSS, STOP]);
    expect(besidesTold(router, afterLoss('定投会亏吗'), '定投继续投还是停', '继续投还是停')).toBe(
      STOP.title,
    );
  });

  it('is behind another that has more of the new words', () => {
    const router = finding([LOSS, STOP], { stop: 0.7 });
    const query = '定投亏钱了怎么停';
    expect(besidesTold(router, afterLoss('定投会亏吗'), query, query)).toBe(STOP.title);
  });

  it.each([
    ['speaks of it and the other has no more of it', '亏钱多吗', [LOSS, STOP], '定投会亏吗'],
    ['is asked the very same again', '继续投还是停', [LOSS, STOP], '继续投还是停'],
    ['has nothing near it', '继续投还是停', [LOSS, { ...STOP, behind: 0.5 }], '定投会亏吗'],
    ['is not what is found', '继续投还是停', [STOP, LOSS], '定投会亏吗'],
  ])('stays where it %s', (_why, text, near, before) => {
    expect(besidesTold(finding(near), afterLoss(before), `定投${text}`, text)).toBe(`定投${text}`);
  });
});
