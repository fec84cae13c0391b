import { readFileSync } from 'node:fs';
import { findCustomer } from '../../profiles/kyc.js';
import type { Institution } from '../../terms/institution.js';
import { toLocalDate } from '../../terms/time.js';
import { demoEntry } from './customer-labels.js';
import type { WebDeps } from './door.js';

/** The page as it is sent: the built file with what this house says of itself. */
export async function renderPage(deps: WebDeps, file: string): Promise<string> {
  const html = readFileSync(file, 'utf8');
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
