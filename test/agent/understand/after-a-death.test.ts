import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askedByHeir } from '../../../src/agent/understand/heirs-questions.js';
import type { ConversationState } from '../../../src/conversation/evolve.js';
import { emptyState } from '../../../src/conversation/evolve.js';
import type { Command } from '../../../src/terms/command.js';
import type { RunningApp } from '../../running-app.js';
import { runApp } from '../../running-app.js';
import { turnOf } from './llm-turn.js';

let running: RunningApp;

beforeAll(async () => {
  running = await runApp();
});

afterAll(async () => {
  await running.stop();
});

const noTools = { run: () => Promise.reject(new Error('understanding runs no tool')) };

async function understoodIn(state: Partial<ConversationState>, text: string) {
  const turn = turnOf(text, { state: { ...emptyState, ...state } });
  return (await running.app.agent.understand(turn, noTools)).commands;
}

const bereaved = (text: string) =>
  understoodIn(
    {
      self: { ...emptyState.self, traits: ['bereaved'] },
      entries: [{ document: 'faq:inheritance', ago: 0 }],
    },
    text,
  );

const entriesOf = (commands: readonly Command[]) =>
  commands.map((command) => (command.do === 'answer' ? command.entry : command.do));

describe('after a death in the family was spoken of', () => {
  it.each([
    '那我要去哪里办，需要预约吗',
    '产品要是一直跌怎么办，能先停住吗',
    '我妈妈要不要也一起来',
    '可是我没有账户，登录不了',
    '那我想先看一份父亲持有产品的清单，该怎么申请呢',
    '如果爸爸生前没有立遗嘱，我和妈妈怎么分呢',
    '父亲的手机还能收到你们发的短信，我可以用他手机看一下产品吗',
    '那他的手机号要注销吗，会不会影响你们通知',
    '市场这么差，能不能先帮我赎回来',
    '他没留遗嘱',
  ])('%s is asked as an heir', async (text) => {
    expect(entriesOf(await bereaved(text))).toEqual(['faq:inheritance']);
  });

  it.each([
    '货币基金几天到账',
    '我自己想买点稳当的，有什么推荐吗',
    '我想开个户',
    '我的风险测评过期了怎么办',
    '日日通赎回几天到账',
  ])('%s is the living one’s own business', async (text) => {
    expect(entriesOf(await bereaved(text))).not.toContain('faq:inheritance');
  });

  it('answers what is asked of the house beside it', async () => {
    const commands = await bereaved('转人工的话，是现在就有人吗？要告诉他们爸爸的身份证号吗');
    expect(commands.map((command) => command.do === 'answer' && command.query)).toEqual([
      '人工服务几点有人？',
      '要告诉你们爸爸的身份证号吗',
    ]);
  });

  it('lists no products to whoever asks who inherits them', async () => {
    const commands = await understoodIn({}, '我爸去世了，没有遗嘱，谁能继承他的理财');
    expect(entriesOf(commands)).toEqual(['social', 'faq:inheritance']);
  });

  it('never says that the dead should look it up themselves', async () => {
    const commands = await understoodIn({}, '我妈上周走了，她在你们这买过基金');
    expect(commands.map((command) => command.do)).toEqual(['social', 'answer']);
  });
});

describe('words of heirs', () => {
  it.each([
    ['办这个大概得花多长时间', '继承要多久'],
    ['法院调解书可以代替公证吗', '公证书和法院文书二选一就行吗'],
    ['我弟弟在国外回不来怎么办', '有人在外地来不了'],
    ['他的银行卡密码我知道，能先把钱转出来吗', '知道密码能取吗'],
    ['要把我爸的电话卡停了吗', '手机号要注销吗'],
    ['奶奶还在，她也有份吗', '没有遗嘱，法律上谁能继承'],
  ])('%s asks %s', (words, question) => {
    expect(askedByHeir(words)).toBe(question);
  });

  it.each(['网点在哪里', '谢谢您', 'R1是什么意思'])('%s is none of them', (words) => {
    expect(askedByHeir(words)).toBeNull();
  });
});
