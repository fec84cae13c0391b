import { describe, expect, it } from '@jest/globals';
import { SignJWT } from 'jose';
import {
  TICKET_LIFETIME_MS,
  TOKEN_LIFETIME_S,
  createTickets,
  createTokens,
} from '../../../src/channels/directline/tokens.js';

const SECRET = 'a-secret-that-only-this-test-knows-000001';
const grant = { conversation: 'conv', user: 'dl_C1003', origins: ['https://a'], isPublic: true };
const seat = { conversation: 'conv', user: 'dl_C1003', base: 'http://localhost' };

function clocked() {
  const clock = { now: Date.parse('2026-11-25T02:00:00Z') };
  return { clock, now: () => clock.now };
}

describe('a token', () => {
  it('says what it was issued for', async () => {
    const tokens = createTokens(SECRET, 1, clocked().now);
    expect(await tokens.verify(await tokens.issue(grant))).toEqual({ kind: 'valid', grant });
  });

  it('is expired after half an hour', async () => {
    const { clock, now } = clocked();
    const tokens = createTokens(SECRET, 1, now);
    const token = await tokens.issue(grant);
    clock.now += (TOKEN_LIFETIME_S - 1) * 1_000;
    expect((await tokens.verify(token)).kind).toBe('valid');
    clock.now += 2_000;
    expect((await tokens.verify(token)).kind).toBe('expired');
  });

  it('is revoked by the next epoch', async () => {
    const { now } = clocked();
    const token = await createTokens(SECRET, 1, now).issue(grant);
    expect((await createTokens(SECRET, 2, now).verify(token)).kind).toBe('invalid');
  });

  it('is worth nothing with another key, algorithm, audience or issuer', async () => {
    const { now } = clocked();
    const tokens = createTokens(SECRET, 1, now);
    const key = new TextEncoder().encode(SECRET);
    const claims = () =>
      new SignJWT({ user: 'dl_x', conv: 'conv', epoch: 1 })
        .setIssuedAt(now() / 1_000)
        .setExpirationTime(now() / 1_000 + 60);
    const signed = (alg: string, issuer: string, audience: string, secret = key) =>
      claims().setProtectedHeader({ alg }).setIssuer(issuer).setAudience(audience).sign(secret);
    const good = await signed('HS256', 'shuzhi', 'directline');
    const [head, body] = good.split('.');
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`;
    const other = new TextEncoder().encode(`${SECRET}x`);
    const forged = [
      await signed('HS512', 'shuzhi', 'directline'),
      await signed('HS256', 'elsewhere', 'directline'),
      await signed('HS256', 'shuzhi', 'web'),
      await signed('HS256', 'shuzhi', 'directline', other),
      none,
      `${head}.${body}.`,
      'not.a.token',
      '',
    ];
    expect((await tokens.verify(good)).kind).toBe('valid');
    for (const token of forged) expect((await tokens.verify(token)).kind).toBe('invalid');
  });
});

describe('a stream ticket', () => {
  it('opens its own stream once', () => {
    const tickets = createTickets(clocked().now);
    const ticket = tickets.issue(seat);
    expect(tickets.redeem(ticket, 'conv')).toEqual(seat);
    expect(tickets.redeem(ticket, 'conv')).toBeNull();
  });

  it('is spent by a try on somebody else’s stream', () => {
    const tickets = createTickets(clocked().now);
    const ticket = tickets.issue(seat);
    expect(tickets.redeem(ticket, 'other')).toBeNull();
    expect(tickets.redeem(ticket, 'conv')).toBeNull();
  });

  it('is good for a minute', () => {
    const { clock, now } = clocked();
    const tickets = createTickets(now);
    const [early, late] = [tickets.issue(seat), tickets.issue(seat)];
    clock.now += TICKET_LIFETIME_MS;
    expect(tickets.redeem(early, 'conv')).toEqual(seat);
    clock.now += 1;
    expect(tickets.redeem(late, 'conv')).toBeNull();
  });
});
