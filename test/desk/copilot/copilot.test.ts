import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Desk } from '../desk-room.js';
import { openDesk } from '../desk-room.js';

/** 副驾: what stands beside a conversation, and what an advisor does with it, over the staff's API. */

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

afterEach(async () => {
  await desk.endDay();
});

afterAll(async () => {
  await desk.stop();
});

const at = (id: string, act = '') => `/desk/conversations/${id}${act}`;

/** 陈女士 (C3, nobody's older customer) is with advisor1. */
async function heldBy(advisor = 'advisor1', customerId = 'C1003') {
  const token = await desk.signIn(advisor);
  const customer = await desk.customer(customerId);
  await customer.say('安鑫纯债的费用是多少');
  await customer.say('转人工');
  await desk.giveTo(customer.id, advisor);
  const get = (act = '') => desk.call('GET', at(customer.id, act), token);
  const post = (act: string, body: object) => desk.call('POST', at(customer.id, act), token, body);
  return { customer, token, get, post };
}

describe('whoever takes a conversation', () => {
  it('has its summary, and a hub gets it with the handoff under the names it knows', async () => {
    const { customer, get } = await heldBy();
    const { body } = await get();
    expect(body.summary.wanted[0].text).toBe('安鑫纯债的费用是多少');
    const place = body.utterances.find(
      ({ seq }: { seq: number }) => seq === body.summary.wanted[0].seq,
    );
    expect(place.text).toBe('安鑫纯债的费用是多少');
    const initiate = (await customer.activities()).find(
      ({ name }) => String(name ?? '') === 'handoff.initiate',
    ) as unknown as { value: Record<string, unknown> };
    expect(initiate.value).toMatchObject({
      va_LastTopic: '安鑫纯债的费用是多少',
      va_Topics: ['安鑫纯债的费用是多少'],
      reasonCode: 'asked',
    });
    expect(String(initiate.value['va_AgentMessage'])).toContain('想知道：安鑫纯债的费用是多少');
  });
});

describe('beside the latest message', () => {
  it('stand the intent, warnings, next steps with reasons, and products that pass', async () => {
    const { customer, get } = await heldBy();
    await customer.say('这只能不能保证不亏，保证的话我再加二十万');
    const { status, body } = await get('/copilot');
    expect(status).toBe(200);
    expect(body.intents).toContain('要收益或保本的承诺');
    expect(body.warnings.map(({ kind }: { kind: string }) => kind)).toContain('promise');
    expect(body.steps.length).toBeLessThanOrEqual(3);
    for (const { riskLevel } of body.shortlist.listed)
      expect(riskLevel ?? 0).toBeLessThanOrEqual(3);
    expect(body.shortlist.leftOut.length).toBeGreaterThan(0);
  });

  it('a step that is put aside makes room for the next, and why is on record', async () => {
    const { customer, get, post } = await heldBy();
    await customer.say('你们骗人，我要投诉');
    const before = (await get('/copilot')).body.steps.map(({ id }: { id: string }) => id);
    expect(before).toContain('complaint');
    const put = await post('/steps/dismissal', { step: 'complaint', fault: 'done' });
    expect(put.status).toBe(200);
    const after = (await get('/copilot')).body.steps.map(({ id }: { id: string }) => id);
    expect(after).not.toContain('complaint');
    const events = (await customer.record()).map(({ event }) => event);
    expect(events).toContainEqual(
      expect.objectContaining({ kind: 'StepDismissed', step: 'complaint', fault: 'done' }),
    );
  });

  it.each([
    ['有空的话给我回个电话呗', /我给您打过去/],
    ['之前的经理去哪了，换了人吗', /是真人在跟您说话/],
    ['刚刚那个机器人答的我没听明白，我一共亏了还是赚了', /账面(盈利|亏损)/],
    ['唉今天外面好冷，对了我买的那笔啥时候能拿出来', /能赎|到账/],
    ['这几天有人在群里让我打电话给他，不用打吧', /^(?!.*我给您打过去)/],
  ])('「%s」 has a draft that answers it', async (said, answer) => {
    const { customer, get } = await heldBy();
    await customer.say(said);
    const { body } = await get();
    expect(body.draft.text).toMatch(answer);
  });

  it('is drafted from the record of what the customer bought and sold', async () => {
    const { customer, get } = await heldBy('advisor1', 'C1015');
    await customer.say('昨天赎的钱还没来呀');
    const { body } = await get();
    expect(body.draft.text).toContain('青屿安鑫纯债债券 A（R2）');
    expect(body.draft.text).toContain('20,000.00 元');
  });

  it('is a draft in an advisor’s voice, in two more tones with the same figures', async () => {
    const { customer, get } = await heldBy();
    await customer.say('存款保险最多赔多少');
    const { body } = await get();
    expect(body.draft.text).not.toMatch(/转人工|请顾问/);
    expect(body.draft.tones.map(({ tone }: { tone: string }) => tone)).toContain('warm');
    for (const { text } of body.draft.tones) expect(text).toContain('50 万元');
  });
});

describe('what is drafted for a person who has the conversation', () => {
  const draftAfter = async (customerId: string, said: string, own?: string) => {
    const { customer, get, post } = await heldBy('advisor1', customerId);
    if (own) expect((await post('/say', { text: own, reason: '照实说' })).status).toBe(200);
    await customer.say(said);
    return String((await get()).body.draft?.text);
  };

  it.each([
    ['我那个定期快到期了吧', '到期，还有'],
    ['定期能提前支取不', '活期利率'],
  ])('knows what the customer holds, though nobody told it: %s', async (said, expected) => {
    const text = await draftAfter('C1001', said);
    expect(text).toContain('青屿银行整存整取定期存款 1 年');
    expect(text).toContain(expected);
  });

  it('goes on from what the person said in words of their own', async () => {
    const own = '周先生，您手里的添禾增强债券，我帮您看了一下。';
    const text = await draftAfter('C1002', '那卖了的话手续费多少', own);
    expect(text).toContain('不收赎回费');
    expect(text).toContain('青屿添禾增强债券 A');
  });

  it('tells of a product the person says was graded up, and what becomes of it', async () => {
    const own = '周先生，您的添禾增强债券上个月由R2调成了R3，需要跟您确认一下。';
    expect(await draftAfter('C1002', '啊？那我还能拿着吗', own)).toContain('不会被强制卖出');
  });

  it('says nothing of other products than the one that is asked about, and asks for no name', async () => {
    const text = await draftAfter('C1003', '养老的那只能不能取点出来');
    expect(text).toContain('颐和养老目标');
    expect(text).not.toContain('安鑫纯债');
    expect(text).not.toContain('告诉我名字');
  });
});

describe('a product card', () => {
  it('goes out in the advisor’s name, with the gate’s verdict on record', async () => {
    const { customer, post } = await heldBy();
    const sent = await post('/cards', { codes: ['QY0021'] });
    expect([sent.status, sent.body.title]).toEqual([200, undefined]);
    const last = (await customer.activities()).at(-1) as unknown as {
      from: { name: string };
      attachments: readonly unknown[];
      channelData: { label: string };
    };
    expect(last.from.name).toBe('周谨言');
    expect(last.channelData.label).toContain('真人顾问');
    expect(JSON.stringify(last.attachments)).toContain('QY0021');
    const said = (await customer.record()).findLast(({ event }) => event.kind === 'AdvisorSaid');
    const gate = said?.event.kind === 'AdvisorSaid' ? said.event.gate : undefined;
    expect(gate?.judged[0]?.verdict.verdict).toMatch(/^ALLOW/);
    expect(gate?.occasion.initiative).toBe('advisor');
  });

  it('is refused above the customer’s class, whoever asks, and nothing reaches the customer', async () => {
    const { customer, post } = await heldBy('advisor1', 'C1002');
    const before = (await customer.activities()).length;
    for (const code of await aboveClass(2)) {
      const refused = await post('/cards', { codes: [code] });
      expect([code, refused.status]).toEqual([code, 422]);
    }
    expect((await customer.activities()).length).toBe(before);
  });

  it('shows two side by side where both pass, and neither where one does not', async () => {
    const { customer, get, post } = await heldBy('advisor1', 'C1002');
    const [barred] = await aboveClass(2);
    const before = (await customer.activities()).length;
    expect((await post('/cards', { codes: ['QY0021', barred] })).status).toBe(422);
    expect((await customer.activities()).length).toBe(before);
    expect((await post('/cards', { codes: ['QY0021', 'QY0021'] })).status).toBe(400);
    const { listed } = (await get('/copilot')).body.shortlist;
    const codes = listed.slice(0, 2).map(({ code }: { code: string }) => code);
    const sent = await post('/cards', { codes });
    expect([sent.status, sent.body.title]).toEqual([200, undefined]);
    const last = (await customer.activities()).at(-1) as unknown as {
      attachments: readonly unknown[];
    };
    expect(JSON.stringify(last.attachments)).toContain('两只产品');
  });

  it('is refused with words that promise, as any other words of theirs', async () => {
    const { post } = await heldBy();
    const refused = await post('/cards', { codes: ['QY0021'], text: '这只保本，放心买。' });
    expect([refused.status, refused.body.verdict]).toEqual([422, 'block']);
  });
});

async function aboveClass(tolerance: number): Promise<readonly string[]> {
  const { publicProducts } = await import('../../../src/profiles/kyp.js');
  const { effectiveRiskLevel, isOnSale } = await import('../../../src/terms/product.js');
  const products = await publicProducts(desk.running.app.store);
  return products
    .filter((one) => isOnSale(one, '2026-11-26') && (effectiveRiskLevel(one) ?? 0) > tolerance)
    .slice(0, 4)
    .map(({ code }) => code);
}

describe('what is looked up while writing', () => {
  it.each([
    ['product', '安鑫', 'QY0021'],
    ['rule', '适当性 等级 匹配', '条'],
    ['compare', '安鑫纯债 优质治理', '优质治理'],
    ['canned', '测评', '测评'],
    ['knowledge', '存款保险最多赔多少', '50 万'],
    ['colleague', '何珊', '@何珊'],
  ])('%s finds %s', async (lookup, words, expected) => {
    const { get } = await heldBy();
    const query = `/lookup?for=${lookup}&words=${encodeURIComponent(words)}`;
    const { status, body } = await get(query);
    expect(status).toBe(200);
    expect(JSON.stringify(body.entries)).toContain(expected);
  });

  it('vouches for its figures when it is sent along, and for nobody else’s', async () => {
    const { customer, token, get, post } = await heldBy();
    const { body } = await get(`/lookup?for=product&words=${encodeURIComponent('优质治理')}`);
    const [entry] = body.entries;
    const check = (sources: readonly string[]) =>
      desk.call('POST', '/desk/check', token, {
        text: entry.text,
        sources,
        conversation: customer.id,
      });
    const rules = (answer: { body: { findings: readonly { rule: string }[] } }) =>
      answer.body.findings.map(({ rule }) => rule);
    expect(rules(await check([]))).toContain('FIGURE');
    expect(rules(await check(entry.sources))).not.toContain('FIGURE');
    const sent = await post('/say', { text: entry.text, sources: entry.sources });
    expect(sent.status).toBe(200);
    expect(sent.body.utterances.at(-1).citations[0].title).toContain('优质治理');
    expect((await check(['passage:nothing#1'])).status).toBe(400);
  });
});

describe('what an advisor makes of a draft', () => {
  it('is kept as data: taken over as drafted, edited, or put aside with a reason', async () => {
    const { customer, get, post } = await heldBy();
    await customer.say('存款保险最多赔多少');
    const drafted = (await get()).body.draft;
    const said = await post('/say', { text: drafted.text.replaceAll('**', '') });
    expect(said.status).toBe(200);
    await customer.say('安鑫纯债几天到账');
    const { turn } = (await get()).body.draft;
    const put = await post('/draft/discard', { turn, fault: 'too_long' });
    expect([put.status, put.body.draft]).toEqual([200, null]);
    expect((await post('/draft/discard', { turn, fault: 'too_long' })).status).toBe(409);
    const reviewer = await desk.signIn('compliance1', 'compliance');
    const day = { from: '2026-11-25', to: '2026-12-31' };
    const order = { ...day, why: '改进草稿' };
    const { status, body } = await desk.call('POST', '/review/draft-labels', reviewer, order);
    expect(status).toBe(200);
    const own = body.labels.filter(
      ({ conversation }: { conversation: string }) => conversation === customer.id,
    );
    expect(own.map(({ use, fault }: { use: string; fault: string }) => [use, fault])).toEqual([
      ['as_drafted', null],
      ['discarded', 'too_long'],
    ]);
    const operator = await desk.signIn('operator1', 'operator');
    const figures = await desk.call(
      'GET',
      `/operations/draft-figures?from=${day.from}&to=${day.to}`,
      operator,
    );
    expect(figures.status).toBe(200);
    expect(JSON.stringify(figures.body)).not.toContain('存款保险');
    expect((await desk.call('POST', '/review/draft-labels', operator, order)).status).toBe(403);
  });

  it('calls on colleagues in a note by their names, who are told until they have seen it', async () => {
    const { customer, post } = await heldBy();
    const text = '@何珊 您的客户，@唐书瑶 也请看看保险';
    const noted = await post('/notes', { text });
    expect(noted.body.utterances.at(-1).mentions).toEqual(['advisor2', 'advisor3']);
    expect(JSON.stringify(await customer.activities())).not.toContain('也请看看');
    // Her own advisor may open it; the colleague reads the note that is addressed to her, and no more.
    for (const [advisor, mayOpen] of [
      ['advisor2', true],
      ['advisor3', false],
    ] as const) {
      const colleague = await desk.signIn(advisor);
      const told = await desk.call('GET', '/desk/mentions', colleague);
      expect(told.body.mentions).toMatchObject([{ conversation: customer.id, text, mayOpen }]);
      const seen = `/desk/mentions/${customer.id}/seen`;
      expect((await desk.call('POST', seen, colleague, {})).body.mentions).toEqual([]);
    }
  });
});
