import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RunningApp } from '../running-app.js';
import { runApp } from '../running-app.js';
import { startTalk } from '../talk.js';

/** When the days come that follow from an order, in conversations on Thursday, 26 November 2026, 17:00. */

let running: RunningApp;

beforeAll(async () => {
  const begun = Date.now();
  const thursday = Date.parse('2026-11-26T17:00:00+08:00');
  running = await runApp({}, { now: () => thursday + Date.now() - begun });
});

afterAll(async () => {
  await running.stop();
});

async function replies(...said: readonly string[]): Promise<readonly string[]> {
  const talk = await startTalk(running.app);
  const texts: string[] = [];
  for (const text of said) texts.push((await talk.say(text)).statement.text);
  return texts;
}
const lastOf = async (...said: readonly string[]) => (await replies(...said)).at(-1);

describe('an order of no product', () => {
  it('gets its day of acceptance and confirmation, and is asked for the name, which settles it', async () => {
    const [rule, again, named, friday] = await replies(
      '今天下午四点点的赎回，什么时候确认',
      '明天星期五，那钱啥时候到',
      '安鑫纯债A',
      '那周五三点前呢',
    );
    for (const reply of [rule, again]) {
      expect(reply).toMatch(/^按 11 月 27 日（周五）受理，一般 \*\*11 月 30 日（周一）\*\* 确认/);
      expect(reply).toContain('告诉我名字');
    }
    expect(named).toContain('最晚 **12 月 3 日（周四）** 到账');
    expect(friday).toContain('按 11 月 27 日（周五）受理');
  });
});

describe('a product’s own terms', () => {
  it.each([
    ['安鑫纯债A周五三点前卖了几号到账', '12 月 3 日（周四）'],
    ['安鑫纯债A周五下午四点卖几号到账', '12 月 4 日（周五）'],
    ['全球科技周五三点前卖，几号到账', '12 月 11 日（周五）'],
    ['日日通周五下午四点赎回哪天到', '12 月 1 日（周二）'],
    ['和润平衡A现在卖掉几天到账啊', '12 月 3 日（周四）'],
  ])('%s', async (said, arrival) => {
    expect(await lastOf(said)).toContain(`最晚 **${arrival}** 到账`);
  });

  it('are those of the next product where only its name changes', async () =>
    expect(await lastOf('和润平衡A现在卖掉几天到账啊', '换成日日通呢')).toContain(
      '**青屿日日通货币（R1）**：按 11 月 27 日（周五）受理，正常最晚 **11 月 30 日（周一）** 到账',
    ));

  it('of a money fund bought begin with yield on the day it is confirmed', async () => {
    const reply = await lastOf('国庆前一天买货币基金哪天开始有收益');
    expect(reply).toContain('下一个国庆节的休市安排还没有录入');
    expect(reply).toContain('**10 月 8 日（周四）** 确认，从那天开始有收益');
  });
});

describe('money that is waited for', () => {
  it('is in time until the last day', async () => {
    const reply = await lastOf('我20号卖的安鑫，今天还没到正常吗');
    expect(reply).toContain('还在正常时间里');
    expect(reply).toContain('**11 月 26 日（周四）** 到账');
    expect(reply).toContain('15:00 以后提交的，往后顺延，最晚 11 月 27 日（周五）到账');
  });
  it('may be late, where the time of day decides', async () =>
    expect(await lastOf('我19号卖的安鑫，到现在还没到账')).toContain('要看提交的时间'));
  it('is late after it, and a person is offered', async () => {
    const talk = await startTalk(running.app);
    const { statement } = await talk.say('我10号卖的安鑫纯债A，怎么还没到账');
    expect(statement.text).toContain('**11 月 17 日（周二）** 就该到了');
    expect(statement.suggestions.map(({ say }) => say)).toEqual(['转人工']);
  });
});

describe('beyond the calendar', () => {
  it('no day is told, but the rule', async () => {
    const reply = await lastOf('12月30号卖掉和润平衡A什么时候到账');
    expect(reply).toContain('2027 年的节假日安排还没有录入');
    expect(reply).toContain('确认后 3 个工作日内到账，周末和节假日不算');
    expect(reply).not.toContain('1 月');
  });
});

describe('where no days follow', () => {
  it.each(['赎回几天到账', '安居REIT周五卖哪天到账', '大额存单昨天取的什么时候到账'])(
    '%s',
    async (said) => expect(await lastOf(said)).not.toContain('受理，'),
  );
});
