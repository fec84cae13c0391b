import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Classifier, Ranked } from '../../../src/agent/models/embedded/classifier.js';
import { destinationsOf } from '../../../src/agent/understand/destinations.js';
import { loadIntents } from '../../../src/agent/understand/intents.js';
import type { ProductNames } from '../../../src/agent/understand/product-names.js';
import { productNames } from '../../../src/agent/understand/product-names.js';
import { BUILT_MODELS } from '../../../src/app/kept-model.js';
import { openRouter } from '../../../src/app/router.js';
import { shippedLessons } from '../../../src/app/shipped-lessons.js';
import type { ConversationState } from '../../../src/conversation/evolve.js';
import { emptyState } from '../../../src/conversation/evolve.js';
import { ruleFor } from '../../../src/agent/understand/rules.js';
import { publicProducts } from '../../../src/profiles/kyp.js';
import type { FlowState } from '../../../src/conversation/flows/flow.js';
import type { Command } from '../../../src/terms/command.js';
import { demoShelf } from '../../demo/demo-shelf.js';
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

const held = readFileSync(new URL('./holdout.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split('\t') as [label: string, text: string]);

const noTools = { run: () => Promise.reject(new Error('understanding runs no tool')) };

async function understoodIn(state: Partial<ConversationState>, text: string) {
  const turn = turnOf(text, { state: { ...emptyState, ...state } });
  return (await running.app.agent.understand(turn, noTools)).commands;
}

const understood = (text: string, ...products: string[]): Promise<readonly Command[]> =>
  understoodIn({ products }, text);

const catalogue = loadIntents('knowledge/intents');

describe('the router on lines it was not trained on', () => {
  let publicNames: ProductNames;
  let router: Classifier;

  beforeAll(async () => {
    const { store } = running.app;
    publicNames = productNames(await publicProducts(store));
    router = openRouter(shippedLessons(catalogue), BUILT_MODELS);
  });

  /** Handbook and law are looked up in one search, so they count as one. */
  const destination = (ranked: readonly Ranked[]) => destinationsOf(catalogue, ranked)[0]?.place;
  const meant = (label: string) => destination([{ label, probability: 1 }]);

  /** What an outright rule decides, by the intent it stands for. */
  function ruled(text: string): string | undefined {
    const command = ruleFor(text, emptyState);
    if (command?.do === 'emergency') return `emergency_${command.kind}`;
    return command?.do === 'request_human' ? 'human_asked' : undefined;
  }

  const share = (isRight: (label: string, text: string) => boolean) =>
    held.filter(([label, text]) => isRight(label, text)).length / held.length;

  it('sends at least 92 of 100 where they belong when every product is known by name', () => {
    const names = productNames(demoShelf);
    const accuracy = share(
      (label, text) => destination(router.rank(names.mask(text))) === meant(label),
    );
    expect(accuracy).toBeGreaterThanOrEqual(0.92);
  });

  it('sends nearly as many there as it serves: rules first, names of the public shelf only', () => {
    const accuracy = share((label, text) => {
      const outright = ruled(text);
      const place = outright ? meant(outright) : destination(router.rank(publicNames.mask(text)));
      return place === meant(label);
    });
    expect(accuracy).toBeGreaterThanOrEqual(0.87);
  });
});

describe('an emergency nobody wrote down before', () => {
  const emergencies = held.filter(([label]) => label.startsWith('emergency'));

  it('is met with help, a person or an answer, and never with small talk', async () => {
    for (const [, text] of emergencies) {
      for (const command of await understood(text)) {
        expect([text, command.do]).toEqual([
          text,
          expect.stringMatching(/^(emergency|request_human|answer)$/),
        ]);
      }
    }
  });

  it('is seen as one at least four times in five', async () => {
    const seen = await Promise.all(
      emergencies.map(async ([label, text]) =>
        (await understood(text)).some(
          (command) => command.do === 'emergency' && `emergency_${command.kind}` === label,
        ),
      ),
    );
    expect(seen.filter(Boolean).length / seen.length).toBeGreaterThanOrEqual(0.8);
  });
});

describe('words that answer what was just asked, as nobody listed them', () => {
  const flow: FlowState = {
    name: 'privacy',
    values: { right: 'delete' },
    asked: [],
    stage: 'confirming',
    misses: 0,
  };

  it.each([
    ['就按您说的办', { do: 'affirm' }],
    ['没有的事', { do: 'deny' }],
    ['别记了，当我没说', { do: 'cancel_flow' }],
    ['这我哪知道啊', { do: 'skip_slots' }],
  ])('%s', async (text, act) => {
    expect(await understoodIn({ flow }, text)).toEqual([act]);
  });

  it('agree to nothing when they ask or hesitate', async () => {
    for (const text of ['可以是可以但我再想想', '这样真的好吗', '按您说的办会怎么样']) {
      expect(await understoodIn({ flow }, text)).not.toContainEqual({ do: 'affirm' });
    }
  });
});

describe('what a customer wants', () => {
  const product = (code: string, ...aspects: string[]) => ({
    do: 'describe_product',
    code,
    ...(aspects.length > 0 ? { aspects } : {}),
  });

  it.each<[string, object]>([
    ['安鑫纯债的费用是多少', product('QY0021', 'fees')],
    ['安鑫纯债C几天到账', product('QY0022', 'redemption')],
    ['优质治理风险大不大', product('QY0060', 'risk')],
    ['QY0045 起购多少钱', product('QY0045', 'minimum')],
    ['全球科技是谁发行的', product('QY0071', 'issuer')],
    ['介绍一下养老2045', product('QY0080', 'overview')],
    ['安鑫纯债和优质治理哪个费用低', { do: 'compare_products', codes: ['QY0021', 'QY0060'] }],
    ['存款保险最多赔多少', { do: 'answer', query: '存款保险最多赔多少' }],
    ['基金赎回几天到账', { do: 'answer', query: '基金赎回几天到账' }],
    ['个人信息被自动化决策推销怎么拒绝', { do: 'answer' }],
    ['有哪些 R2 的理财', { do: 'list_products' }],
    ['我的持仓现在赚了多少', { do: 'own_account' }],
    ['明天大盘会涨吗', { do: 'refuse', subject: 'market_prediction' }],
    ['这个能保证不亏吗', { do: 'refuse', subject: 'promise' }],
    ['你帮我挑一只最好的基金', { do: 'refuse', subject: 'personal_pick' }],
    ['帮我把钱全买了，你看着办', { do: 'refuse', subject: 'discretion' }],
    ['帮我查一下我老婆的账户', { do: 'refuse', subject: 'other_customer' }],
    ['有内幕消息吗', { do: 'refuse', subject: 'inside_information' }],
    ['转人工', { do: 'request_human', reason: 'asked' }],
    ['我向银行投诉了，最晚多少天得给我答复', { do: 'answer' }],
    ['投诉一般多久有结果', { do: 'answer' }],
    ['我要投诉你们', { do: 'start_flow', flow: 'complaint' }],
    ['那撤回授权总行吧', { do: 'answer' }],
    ['你好', { do: 'social', act: 'greeting' }],
    ['你们不管的话我上哪告去', { do: 'answer' }],
    ['现在赎回要扣多少费', { do: 'own_account', about: 'exit' }],
    ['好的', { do: 'social', act: 'noted' }],
    ['说人话', { do: 'clarify', options: [] }],
    ['谢谢', { do: 'social', act: 'thanks' }],
    ['你是真人吗', { do: 'social', act: 'identity' }],
    ['今天北京天气怎么样', { do: 'out_of_scope' }],
  ])('%s', async (text, command) => {
    expect(await understood(text)).toMatchObject([command]);
  });

  it.each([
    ['我手上有二十万闲钱，准备放三年，帮我规划一下', 'need'],
    ['孩子十年后上大学，学费现在该怎么攒', 'need'],
    ['把我的资料都删干净', 'privacy'],
    ['以后别再给我打推销电话了', 'privacy'],
  ])('begins a matter: %s', async (text, flow) => {
    expect((await understood(text))[0]).toEqual({ do: 'start_flow', flow });
  });

  it.each<[string, string[], object]>([
    ['它几天到账', ['QY0060', 'QY0021'], product('QY0060', 'redemption')],
    ['第二只的费用呢', ['QY0060', 'QY0021'], product('QY0021', 'fees')],
    ['这两只哪个风险大', ['QY0060', 'QY0021'], { codes: ['QY0060', 'QY0021'] }],
    ['费用多少', ['QY0060'], product('QY0060', 'fees')],
    ['基金赎回几天到账', ['QY0060'], { do: 'answer' }],
  ])('%s, after speaking of %j', async (text, products, command) => {
    expect(await understood(text, ...products)).toMatchObject([command]);
  });

  it('may be two things at once', async () => {
    const commands = await understood('安鑫纯债的费用是多少？另外风险测评多久有效');
    expect(commands).toMatchObject([product('QY0021', 'fees'), { do: 'answer' }]);
  });

  it('is two questions about one product with only a comma between them', async () => {
    const commands = await understood('优质治理赎回几天到账，管理费多少');
    expect(commands).toMatchObject([product('QY0060', 'redemption'), product('QY0060', 'fees')]);
  });

  it('is a question for every side that pieces without a name ask of the product before them', async () => {
    const commands = await understood('安鑫纯债起步多少，放一年能赚多少，卖了几天到账');
    expect(commands).toMatchObject([
      product('QY0021', 'minimum'),
      product('QY0021', 'performance'),
      product('QY0021', 'redemption'),
    ]);
  });

  it('is both sides asked of a policy, though one section is close to all of it', async () => {
    const commands = await understood('汇宝万能险的结算利率是多少，中间退会亏本吗');
    expect(commands).toMatchObject([product('YQ0204', 'performance'), product('YQ0204', 'risk')]);
  });

  it('carries the product of one sentence into the next', async () => {
    const commands = await understood('安鑫纯债的费用是多少？那它风险大吗', 'QY0060');
    expect(commands).toMatchObject([product('QY0021', 'fees'), product('QY0021', 'risk')]);
  });

  it('weighs what two named classes cost, which is no advice', async () => {
    const commands = await understood('嘉稳短债A跟C我放俩月买哪个省钱');
    expect(commands).toMatchObject([{ do: 'compare_products', aspects: ['fees'] }]);
  });

  it('does not answer for a product of another house', async () => {
    expect(await understood('招行的朝朝宝现在七日年化多少')).toEqual([{ do: 'foreign_product' }]);
  });

  it('is help alone when one clause is an emergency', async () => {
    const commands = await understood('安鑫纯债的费用是多少？有个警察让我把钱转到安全账户');
    expect(commands).toHaveLength(1);
    expect(commands).toMatchObject([{ do: 'emergency', kind: 'fraud' }]);
  });

  it('does not name a private product by describing it', async () => {
    const commands = await understood('鹤汀量化的门槛是多少', 'QY0021');
    expect(JSON.stringify(commands)).not.toContain('HT0001');
  });
});
