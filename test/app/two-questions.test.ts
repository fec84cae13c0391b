import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RunningApp } from '../running-app.js';
import { runApp } from '../running-app.js';
import { startTalk } from '../talk.js';

let running: RunningApp;

beforeAll(async () => {
  running = await runApp();
});

afterAll(() => running.stop());

const said = async (text: string) =>
  (await (await startTalk(running.app)).say(text)).statement.text;

describe('two questions about one product with only a comma between them', () => {
  it.each([
    ['颐和R几，一年后才能取是吧', 'R2', '是的，每笔从确认那天起满 **365 日（1 年）** 才能赎回'],
    ['日日现金是存款吧，保本不', '不是存款', '**不保本**'],
    ['红利联接买满七天卖是不是就不收费了，钱几号能到', '**不收**赎回费', '**3 个工作日**'],
    ['权益增强放不到三个月能拿吗，最多亏过多少', '不能，每笔要持有满 **90 日**', '−21.36%'],
    ['嘉稳A买8万申购费多少钱，拿一年管理费又多少', '**239.28 元**', '**200 元**'],
    ['多元平衡业绩报酬抽几成，亏了也抽？', '20.00%', '亏了更不收'],
  ])('%s: both are answered', async (text, first, second) => {
    const reply = await said(text);
    expect(reply).toContain(first);
    expect(reply).toContain(second);
  });
});

describe('what a customer believes, or wants at once', () => {
  it.each([
    ['安鑫C是不是啥费都不收', '不是都不收：不收申购费'],
    ['日日通20万今晚要用行不行', '20 万元不能马上全到，快速赎回先到 **1 万元**'],
    ['安禾八期到期不取会自动续吗', '不会自动转下一期'],
  ])('%s', async (text, part) => expect(await said(text)).toContain(part));
});
