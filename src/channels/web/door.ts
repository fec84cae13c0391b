import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Request, Response, Router } from 'express';
import express from 'express';
import { SignJWT, jwtVerify } from 'jose';
import { z } from 'zod';
import { pagePolicy } from '../../access/headers.js';
import { HOUR, enforce } from '../../access/limits.js';
import { Problem } from '../../access/problem.js';
import { newConversationId } from '../../conversation/intake.js';
import type { CustomerProfile } from '../../profiles/kyc.js';
import { ageOn, findCustomer } from '../../profiles/kyc.js';
import type { Store } from '../../store/store.js';
import type { Institution } from '../../terms/institution.js';
import type { Instant } from '../../terms/time.js';
import { addMonths, toLocalDate } from '../../terms/time.js';
import type { Tokens } from '../directline/tokens.js';
import { TOKEN_LIFETIME_S } from '../directline/tokens.js';

export interface WebDeps {
  readonly store: Store;
  readonly tokens: Tokens;
  readonly sessionSecret: string;
  readonly institution: Institution;
  /** Demonstration customers a visitor may sign in as; empty outside demo mode. */
  readonly demoCustomers: readonly string[];
  readonly limits: { readonly conversationsPerHour: number; readonly tokensPerHour: number };
  /** What one message may carry. */
  readonly uploads: { readonly files: number; readonly bytes: number };
  readonly frameAncestors: string;
  /** Where the page's WebSocket goes, as the browser sees us. */
  readonly socketBase: (req: Request) => string;
  readonly secureCookies: boolean;
  readonly now: () => Instant;
}

const PUBLIC = fileURLToPath(new URL('./public', import.meta.url));
const COOKIE = 'shuzhi_web';
const COOKIE_AGE_S = 12 * 3_600;

const SessionBody = z.strictObject({
  customer: z.string().max(40).nullable().optional(),
  resume: z.strictObject({ conversationId: z.string().max(100) }).optional(),
});

/** The customer page, its files, and the token it talks with. */
export function webRoutes(deps: WebDeps): Router {
  const routes = express.Router();
  routes.get('/', pagePolicy(deps.frameAncestors, deps.socketBase), (req, res, next) => {
    renderPage(deps)
      .then((html) => res.set('Cache-Control', 'no-cache').type('html').send(html))
      .catch(next);
  });
  routes.post('/web/session', express.json({ limit: '4kb' }), (req, res, next) => {
    startSession(deps, req, res).catch(next);
  });
  routes.use(
    '/assets',
    express.static(join(PUBLIC, 'assets'), { immutable: true, maxAge: '365d', index: false }),
  );
  routes.use(express.static(PUBLIC, { index: false, maxAge: '1h', dotfiles: 'ignore' }));
  return routes;
}

async function renderPage(deps: WebDeps): Promise<string> {
  const html = readFileSync(join(PUBLIC, 'index.html'), 'utf8');
  const config = escapeHtml(JSON.stringify(await pageConfig(deps)));
  return html
    .replace('<!--shuzhi:config-->', () => `<meta name="shuzhi-config" content="${config}">`)
    .replace('<!--shuzhi:header-->', () => headerOf(deps.institution));
}

/** Drawn before any script has run, in the page's own markup, so that nothing jumps. */
function headerOf({ name, note, assistant }: Institution): string {
  const small = note ? `<small class="masthead-note">${escapeHtml(note)}</small>` : '';
  const line = escapeHtml(`${assistant.title}${assistant.name} · AI 助手`);
  return [
    '<header class="masthead"><div class="masthead-who"><div class="masthead-names">',
    `<h1 class="masthead-name">${escapeHtml(name)}${small}</h1>`,
    `<p class="masthead-line">${line}</p>`,
    '</div></div></header>',
  ].join('');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (char) => ESCAPES[char] ?? '');

/** What the page may know before anyone signs in. */
async function pageConfig(deps: WebDeps) {
  const { institution } = deps;
  const { name, legalName, note, logo, phone } = institution;
  const customers = await Promise.all(deps.demoCustomers.map((id) => findCustomer(deps.store, id)));
  return {
    institution: { name, legalName, note, logo, phone },
    assistant: institution.assistant,
    demo: deps.demoCustomers.length > 0,
    demoCustomers: customers.flatMap((customer) =>
      customer ? [demoEntry(customer, toLocalDate(deps.now()))] : [],
    ),
    starters: institution.starters,
    hours: institution.hours.text,
    uploads: deps.uploads,
    brand: { accent: institution.accent },
  };
}

const TOLERANCE_NAMES = ['保守', '稳健', '平衡', '成长', '进取'];

function toleranceOf({ tolerance }: CustomerProfile) {
  return {
    tolerance: tolerance === null ? null : `C${tolerance}`,
    label: tolerance === null ? '未测评' : (TOLERANCE_NAMES[tolerance - 1] ?? ''),
  };
}

function demoEntry(customer: CustomerProfile, today: string) {
  const { id, address } = customer;
  return { id, name: address, ...toleranceOf(customer), note: noteOf(customer, today) };
}

/** One year after the assessment it has to be made again (Order 7 art. 29 [T2]). */
function noteOf(customer: CustomerProfile, today: string): string {
  if (customer.lowestCategory) return '最低风险承受类别';
  if (!customer.personalization) return '已关闭个性化推荐';
  if (customer.investorClass !== 'ordinary') return '专业投资者';
  if (customer.assessedOn === null) return '尚未测评';
  if (today >= addMonths(customer.assessedOn, 12)) return '测评已过期';
  const age = ageOn(customer.born, today) ?? 0;
  return age >= 65 ? `${age} 岁` : '测评有效';
}

/** Who this browser is and which conversation is its own; kept in a signed cookie. */
interface Session {
  readonly conversation: string;
  readonly customer: string | null;
}

async function startSession(deps: WebDeps, req: Request, res: Response): Promise<void> {
  const body = SessionBody.safeParse(req.body ?? {});
  if (!body.success) throw new Problem(400, '请求无法识别');
  await enforce(
    deps.store,
    [{ key: `tokens:${req.ip}`, limit: deps.limits.tokensPerHour, windowMs: HOUR }],
    deps.now(),
  );
  const known = await readCookie(deps, req);
  const { customer: wanted = known?.customer ?? null, resume } = body.data;
  const isOwn = known !== null && known.conversation === resume?.conversationId;
  const session = isOwn && known.customer === wanted ? known : await newSession(deps, req, wanted);
  const customer = session.customer ? await findCustomer(deps.store, session.customer) : null;
  const grant = {
    conversation: session.conversation,
    user: session.customer ? `dl_${session.customer}` : `dl_anon_${session.conversation}`,
    origins: [],
    isPublic: true,
  };
  await writeCookie(deps, res, session);
  res.set('Cache-Control', 'no-store').json({
    token: await deps.tokens.issue(grant),
    conversationId: session.conversation,
    expires_in: TOKEN_LIFETIME_S,
    customer: customer ? signedIn(customer, toLocalDate(deps.now())) : null,
  });
}

/** A change of person is a new conversation. */
async function newSession(deps: WebDeps, req: Request, customer: string | null): Promise<Session> {
  if (customer !== null && !deps.demoCustomers.includes(customer)) {
    throw new Problem(403, '这里不能以该客户登录');
  }
  // Changing from one demonstration customer to another is a tour, not a flood.
  if (customer === null) {
    const limit = deps.limits.conversationsPerHour;
    const key = `conversations:${req.ip}`;
    await enforce(deps.store, [{ key, limit, windowMs: HOUR }], deps.now());
  }
  return { conversation: newConversationId(), customer };
}

const ELDER_AGE = 60;

const signedIn = (customer: CustomerProfile, today: string) => ({
  id: customer.id,
  name: customer.address,
  ...toleranceOf(customer),
  elder: (ageOn(customer.born, today) ?? 0) >= ELDER_AGE,
});

async function readCookie(deps: WebDeps, req: Request): Promise<Session | null> {
  const header = req.headers.cookie ?? '';
  const value = new RegExp(`(?:^|;\\s*)${COOKIE}=([^;]+)`).exec(header)?.[1];
  if (value === undefined) return null;
  try {
    const { payload } = await jwtVerify(value, new TextEncoder().encode(deps.sessionSecret), {
      algorithms: ['HS256'],
      audience: 'web',
      currentDate: new Date(deps.now()),
    });
    const customer = payload['customer'];
    return {
      conversation: String(payload['conversation']),
      customer: typeof customer === 'string' ? customer : null,
    };
  } catch {
    // An expired or foreign cookie is nobody's session.
    return null;
  }
}

async function writeCookie(deps: WebDeps, res: Response, session: Session): Promise<void> {
  const seconds = Math.floor(deps.now() / 1_000);
  const value = await new SignJWT({ ...session })
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience('web')
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + COOKIE_AGE_S)
    .sign(new TextEncoder().encode(deps.sessionSecret));
  res.cookie(COOKIE, value, {
    httpOnly: true,
    sameSite: 'strict',
    secure: deps.secureCookies,
    maxAge: COOKIE_AGE_S * 1_000,
    path: '/',
  });
}
