import { cents } from '../../advice/lifecycle/positions.js';
import { supposedMove } from '../../language/supposed-move.js';
import type { Fact } from '../../terms/fact.js';
import type { PortfolioAnswer, Position } from '../../terms/portfolio.js';
import { percent } from '../../wording/figures.js';
import { ahead } from './difference.js';
import { graded, moneyOf } from './portfolio-lines.js';
import type { Paragraph } from './paragraph.js';

/** 假设大盘涨跌: what a move of the market would be on what is held in stocks; nobody holds the market itself. */

type Say = (id: string, values?: Readonly<Record<string, string>>) => Paragraph;

const MARKET = /大盘|股市|a股|美股|沪深|上证|创业板|中证|恒生|纳指|标普|指数|股票/i;

/** Null: no move of a market is supposed, or what is held follows the very one that is named. */
export function ifMarketMoved(say: Say, query: string, answer: PortfolioAnswer): Paragraph | null {
  const by = MARKET.test(query) && answer.focus.length === 0 ? supposedMove(query) : null;
  if (by === null) return null;
  const stocks = answer.review.positions.filter(isOfStocks);
  if (stocks.length === 0) return say('own_market_none');
  const value = cents(stocks.reduce((sum, one) => sum + one.value, 0));
  const change = cents(Math.abs(value * by));
  const said = say('own_market_moved', {
    lead: answer.notHeld === null ? '' : `您名下没有直接跟着${ahead(answer.notHeld)}走的产品，`,
    names: stocks.map(({ name, riskLevel }) => graded(name, riskLevel)).join('、'),
    value: moneyOf(value),
    way: by < 0 ? '跌' : '涨',
    rate: percent(Math.abs(by)),
    change: `${by < 0 ? '少' : '多'} **${moneyOf(change)}**`,
  });
  const facts: readonly Fact[] = [
    { value, unit: 'yuan', label: '股票类和海外的市值' },
    { value: change, unit: 'yuan', label: '假设下的变动' },
    { value: Math.round(Math.abs(by) * 1e4) / 100, unit: '%', label: '假设的涨跌' },
  ];
  return { ...said, facts: [...said.facts, ...facts] };
}

const isOfStocks = ({ class: held }: Position): boolean => held === 'equity' || held === 'overseas';
