import { describe, expect, it } from '@jest/globals';
import { offeredTest } from '../../../src/agent/understand/test-offered.js';
import type { TurnContext } from '../../../src/conversation/agent.js';
import { emptyState } from '../../../src/conversation/evolve.js';

const after = (text: string) =>
  ({ state: emptyState, history: [{ role: 'assistant', text }] }) as unknown as TurnContext;

const offered = after('方案要按您的风险等级来排，所以要**先做测评**。');

describe('a reply to what said that an assessment comes first', () => {
  it.each(['好，测', '好', '那就做吧', '行', '来吧', '现在测'])('%s begins it', (text) => {
    expect(offeredTest(offered, text)).toEqual({ do: 'start_flow', flow: 'assessment' });
  });

  it.each(['要测多久啊', '几道题', '麻不麻烦'])('%s asks how it is', (text) => {
    expect(offeredTest(offered, text)).toMatchObject({ do: 'answer' });
  });

  it.each(['算了', '优质治理怎么样', '不测'])('%s does neither', (text) => {
    expect(offeredTest(offered, text)).toBeNull();
  });

  it('means nothing where none was spoken of', () => {
    expect(offeredTest(after('您好'), '好')).toBeNull();
  });
});
