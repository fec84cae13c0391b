import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { judge } from '../../src/advice/suitability/judge.js';
import { isAllowed } from '../../src/advice/suitability/verdict.js';
import type { ToolResult } from '../../src/conversation/agent.js';
import { customerId } from '../../src/terms/ids.js';
import { demoShelf } from '../demo/demo-shelf.js';
import type { RunningApp } from '../running-app.js';
import { runApp } from '../running-app.js';
import { startTalk } from '../talk.js';

/** Each class, an expired assessment, 68 years, a professional, the lowest category. */
const CUSTOMERS = ['C1001', 'C1003', 'C1005', 'C1006', 'C1007', 'C1008', 'C1010'];
const shown = demoShelf.filter((product) => !product.private && product.status !== 'draft');

type Talk = Awaited<ReturnType<typeof startTalk>>;

let running: RunningApp;

beforeAll(async () => {
  running = await runApp();
}, 60_000);
afterAll(() => running.stop());

/** What the journal kept of every use of the gate, oldest first. */
async function gatesOf(talk: Talk) {
  const turns = (await talk.events()).flatMap((event) =>
    event.kind === 'ReplyDecided' && event.turn ? [event.turn] : [],
  );
  const rows = await running.app.store.db
    .selectFrom('tool_call')
    .where('turn_id', 'in', turns)
    .where('name', '=', 'check_suitability')
    .select('result')
    .execute();
  return rows.map(({ result }) => (JSON.parse(result!) as ToolResult).gate!);
}

const ASKED = [
  '介绍一下{}',
  '{}的费用是多少',
  '{}风险大不大',
  '{}几天到账',
  '{}怎么买',
  '{}适合什么人',
];

describe('what is above the customer', () => {
  it('is told of as facts, whatever is asked of it', async () => {
    for (const { name } of shown) {
      const talk = await startTalk(running.app, customerId('C1001'));
      for (const asked of ASKED) {
        const words = asked.replace('{}', name);
        const { trace } = await talk.say(words);
        expect([words, trace?.verdict, trace?.findings]).toEqual([words, 'pass', []]);
      }
    }
  }, 120_000);
});

describe('whether a product is for the customer who asks', () => {
  it.each(CUSTOMERS)(
    '%s is told of every product, as the gate found it',
    async (customer) => {
      for (const { name } of shown) {
        const talk = await startTalk(running.app, customerId(customer));
        for (const words of [`我能买${name}吗`, `我坚持要买${name}`]) {
          const reply = await talk.say(words);
          expect([words, reply.outcome.kind]).toEqual([words, 'answered']);
          expect([words, reply.trace?.verdict]).toEqual([words, 'pass']);
        }
        const gates = await gatesOf(talk);
        expect(gates).toHaveLength(2);
        for (const { occasion, house, judged } of gates) {
          const { product, verdict } = judged[0]!;
          expect(verdict.ruleVersion).not.toBe('');
          expect(judge({ ...occasion, product }, house)).toEqual(verdict);
        }
      }
    },
    120_000,
  );

  it('says that a grade is enough to nobody for whom the gate does not', async () => {
    for (const customer of CUSTOMERS) {
      const talk = await startTalk(running.app, customerId(customer));
      const { statement } = await talk.say('我能买青屿优质治理股票吗');
      const [gate] = await gatesOf(talk);
      const { verdict } = gate!.judged[0]!;
      const isEnough = isAllowed(verdict) || verdict.row === 18;
      expect([customer, /等级对得上|专业投资者/.test(statement.text)]).toEqual([
        customer,
        isEnough,
      ]);
    }
  });
});
