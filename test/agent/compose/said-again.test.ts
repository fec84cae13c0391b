import { describe, expect, it } from '@jest/globals';
import { freshWordings } from '../../../src/agent/compose/fresh-words.js';
import { paragraph } from '../../../src/agent/compose/paragraph.js';
import { notWordForWord } from '../../../src/agent/compose/said-again.js';
import type { TurnContext } from '../../../src/conversation/agent.js';
import { loadWordings } from '../../../src/wording/prompts.js';

const wordings = loadWordings('prompts');
const ENTRY =
  '销户要先把持仓和资金清零。\n\n请确认没有在途交易。销户后资料依法再保存 10 年，不用于营销。';

const talk = (said: readonly (readonly [string, string])[], now: string): TurnContext =>
  ({
    history: said.flatMap(([customer, assistant]) => [
      { role: 'customer', text: customer },
      { role: 'assistant', text: assistant },
    ]),
    messages: [{ text: now }],
    seed: 0,
  }) as unknown as TurnContext;

describe('the same answer within a few replies', () => {
  const entry = { ...paragraph(`${ENTRY} [1]`), passages: [{ id: 'p', kind: 'faq' } as never] };
  const again = (now: string, between: readonly (readonly [string, string])[] = []) =>
    notWordForWord(wordings, entry, talk([['怎么销户', `${ENTRY} [1]`], ...between], now)).text;

  it('is cut to the sentence asked for, with another way on', () => {
    expect(again('怎么销户')).toContain('销户要先把持仓和资金清零。');
    expect(again('怎么销户')).not.toContain('在途交易');
    expect(again('怎么销户')).toContain('转人工');
  });

  it('answers another question with what of it speaks of that', () => {
    expect(again('资料还要保存多久')).toContain('再保存 10 年');
    expect(again('资料还要保存多久')).not.toContain('清零');
  });

  it('says so where it speaks of nothing that is asked now, and offers a person', () => {
    const context = talk([['怎么销户', `${ENTRY} [1]`]], '谁给我办理呢');
    const silent = notWordForWord(wordings, entry, context);
    expect(silent.text).not.toContain('清零');
    expect(silent.passages).toEqual([]);
    expect(silent.suggestions).toContainEqual({ label: '请顾问来', say: '转人工' });
  });

  it('keeps its source beside it', () => {
    expect(again('怎么销户')).toContain('[1]');
  });

  it('keeps the source of the paragraph a sentence is cut out of', () => {
    const rule = '提前兑取要扣利息。满两年扣掉 90 天的利息。 [2]';
    const two = { ...paragraph(`手续费 0.10%。 [1]\n\n${rule}`), passages: [{}, {}] as never };
    const { text } = notWordForWord(wordings, two, talk([['提前取呢', two.text]], '满两年呢'));
    expect(text).toContain('满两年扣掉 90 天的利息。 [2]');
  });

  it('is said whole again when it has scrolled away', () => {
    const others = Array.from({ length: 4 }, (_, at) => [`问${at}`, `别的回答${at}`] as const);
    expect(again('怎么销户', others)).toBe(entry.text);
  });

  it('is said whole where part of it is news', () => {
    const longer = { ...entry, text: `${ENTRY}\n\n另外，您有一笔在途的申请，请先等它完成。 [1]` };
    const context = talk([['怎么销户', ENTRY]], '怎么销户');
    expect(notWordForWord(wordings, longer, context)).toBe(longer);
  });
});

describe('a reply with several wordings', () => {
  const words = wordings.get('unsure');

  it('takes one that was not used lately', () => {
    const first = words.render();
    expect(freshWordings(wordings, [first]).get('unsure').render()).not.toBe(first);
  });

  it('takes the one used longest ago where all were', () => {
    const all = Array.from({ length: words.variants }, (_, at) => words.render({}, at));
    expect(freshWordings(wordings, all).get('unsure').render()).toBe(all[0]);
  });
});
