import { describe, expect, it } from '@jest/globals';
import { demoCustomerEvents } from '../../src/demo/customer-events.js';
import { demoCustomers } from '../../src/demo/customers.js';
import { demoPortfolios } from '../../src/demo/portfolios.js';
import { demoPrices } from '../../src/demo/prices.js';
import { isPublic } from '../../src/profiles/kyp.js';
import { effectiveRiskLevel } from '../../src/terms/product.js';
import { addDays, toLocalDate } from '../../src/terms/time.js';
import { TODAY, demoProduct, demoShelf } from './demo-shelf.js';

const customers = demoCustomers(TODAY);
const prices = demoPrices(demoShelf);
const { holdings, transactions } = demoPortfolios(customers, demoShelf, prices, TODAY);
const events = demoCustomerEvents(customers, TODAY);

const navOf = (code: string) =>
  prices.findLast(({ product_code }) => product_code === code)?.nav ?? 1;
const held = (id: string) =>
  holdings
    .filter(({ customer_id }) => customer_id === id)
    .map(({ product_code, units, cost }) => ({
      product: demoProduct(product_code),
      cost,
      value: units * navOf(product_code),
    }));
const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);

describe('what the demonstration customers hold', () => {
  it('shows a product above the class of C1002, regraded while it was held', () => {
    const above = held('C1002').filter(({ product }) => (effectiveRiskLevel(product) ?? 0) > 2);
    expect(above.map(({ product }) => product.code)).toEqual(['QY0031']);
    const regraded = events.filter(({ customer_id }) => customer_id === 'C1002');
    expect(regraded.map(({ kind, body }) => [kind, body])).toEqual([
      ['product-grade-raised', '{"product":"QY0031","from":2,"to":3}'],
    ]);
  });

  it('shows more than half of C1004’s money in one product', () => {
    const values = held('C1004').map(({ value }) => value);
    expect(Math.max(...values) / sum(values)).toBeGreaterThan(0.5);
  });

  it('shows C1005 spread over six products and at a loss all the same', () => {
    const six = held('C1005');
    expect(six).toHaveLength(6);
    const values = six.map(({ value }) => value);
    expect(Math.max(...values) / sum(values)).toBeLessThan(0.3);
    expect(sum(values)).toBeLessThan(sum(six.map(({ cost }) => cost)) * 0.95);
  });

  it('shows nothing of C1009', () => {
    expect(held('C1009')).toEqual([]);
  });

  it('is public, within the class of everybody but C1002, and bought', () => {
    const classOf = new Map(customers.map(({ id, tolerance }) => [id, tolerance ?? 0]));
    const grades = new Map(
      demoShelf.map((one) => [String(one.code), effectiveRiskLevel(one) ?? 1]),
    );
    const wrong = holdings.filter(
      ({ customer_id, product_code, units, cost }) =>
        !isPublic(demoProduct(product_code)) ||
        (customer_id !== 'C1002' &&
          (grades.get(product_code) ?? 9) > (classOf.get(customer_id) ?? 0)) ||
        units <= 0 ||
        cost <= 0,
    );
    expect(wrong).toEqual([]);
    const bought = new Set(transactions.map((one) => `${one.customer_id} ${one.product_code}`));
    const unbought = holdings.filter(
      (one) => !bought.has(`${one.customer_id} ${one.product_code}`),
    );
    expect(unbought).toEqual([]);
  });

  it('is there for most of two thousand customers, each row once', () => {
    expect(new Set(holdings.map(({ customer_id }) => customer_id)).size).toBeGreaterThan(1_600);
    const keys = holdings.map(({ customer_id, product_code }) => `${customer_id} ${product_code}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(transactions.map(({ id }) => id)).size).toBe(transactions.length);
  });

  it('happened before the day of seeding, within the time there are prices for', () => {
    const days = transactions.map(({ at }) => toLocalDate(at));
    expect(days.filter((day) => day >= TODAY || day < addDays(TODAY, -1_096))).toEqual([]);
  });
});

describe('the demonstration customers’ events', () => {
  it('are kebab-case kinds in the past, each once', () => {
    expect(events.length).toBeGreaterThan(500);
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    expect(events.filter(({ kind }) => !/^[a-z]+(-[a-z]+)*$/.test(kind))).toEqual([]);
    expect(events.filter(({ at }) => toLocalDate(at) >= TODAY)).toEqual([]);
  });
});
