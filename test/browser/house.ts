import { afterAll, afterEach, beforeAll } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';
import type { Visit } from './browser.js';
import { launch, visit } from './browser.js';
import type { Look, Seat } from './console.js';
import { takeSeat } from './console.js';
import type { Service } from './service.js';
import { service } from './service.js';

/** A house with its customers before one browser and its staff before another. */
export interface House {
  /** Where its service is. */
  url(): string;
  /** Somebody nobody knows opens the customer page. */
  visitor(): Promise<Visit>;
  /** 陈女士 (C1003), whose advisor is advisor2, signs in on the customer page. */
  customer(): Promise<Visit>;
  /** A browser stands before a page of the console; nobody is signed in. */
  seat(place: string, look?: Look): Promise<Seat>;
  /** A member of the staff is. */
  staffed(place: string, staff: string, look?: Look): Promise<Seat>;
}

/** A first start fills the house with its demonstration. */
const START_MS = 120_000;

/** For a whole `describe`; every test begins with no browser open. `alwaysOpen` as for `service`. */
export function openHouse(alwaysOpen = false): House {
  let server: Service;
  let browser: Browser;
  const open: BrowserContext[] = [];

  beforeAll(async () => {
    server = await service(alwaysOpen);
    await server.start();
    browser = await launch();
  }, START_MS);

  afterEach(async () => {
    await Promise.all(open.splice(0).map((context) => context.close()));
  });

  afterAll(async () => {
    await browser.close();
    await server.remove();
  });

  const seat = async (place: string, look: Look = {}): Promise<Seat> => {
    const taken = await takeSeat(browser, `${server.url}${place}`, look);
    open.push(taken.context);
    return taken;
  };

  const visitor = async (): Promise<Visit> => {
    const guest = await visit(browser, server.url);
    open.push(guest.context);
    await guest.hears('AI 数智员工');
    return guest;
  };

  return {
    url: () => server.url,
    seat,
    visitor,
    async staffed(place, staff, look) {
      const taken = await seat(place, look);
      await taken.enter(staff);
      return taken;
    },
    async customer() {
      const guest = await visitor();
      await guest.page.getByRole('button', { name: /登录演示客户/ }).click();
      await guest.page.getByRole('button', { name: /陈女士/ }).click();
      await guest.hears('陈女士您好');
      return guest;
    },
  };
}
