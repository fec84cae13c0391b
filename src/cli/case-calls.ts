import { writeFile } from 'node:fs/promises';
import { asStaff, theService } from './as-staff.js';
import { printJson, printLine } from './command.js';
import type { MoreShown } from './list-end.js';
import { ALL, warnOfMore } from './list-end.js';

export type Desk = 'complaints' | 'rights';

interface Line {
  readonly id: string;
  readonly matter: string;
  readonly customer: string | null;
  readonly stage: string;
  readonly owner: string | null;
  readonly due: string;
  readonly daysLeft: number;
  readonly overdue: boolean;
  readonly outcome: string | null;
}

interface Shown extends Line {
  readonly words: string;
  readonly wish: string;
  readonly pending: readonly { readonly seq: number; readonly text: string }[];
  readonly steps: readonly {
    readonly at: string;
    readonly kind: string;
    readonly by: string | null;
    readonly words: string | null;
    readonly detail: string | null;
  }[];
}

const pathOf = (desk: Desk, id?: string): string =>
  `/api/v1/review/${desk}${id === undefined ? '' : `/${encodeURIComponent(id)}`}`;

export async function listCases(desk: Desk, all: boolean, json: boolean): Promise<void> {
  const server = await theService();
  const path = `${pathOf(desk)}?all=${all ? '1' : '0'}&${ALL}`;
  const { cases, more } = (await server.call(path)) as MoreShown & {
    readonly cases: readonly Line[];
  };
  if (json) printJson(cases);
  else cases.forEach((one) => printLine(lineOf(one)));
  warnOfMore(more, cases.length);
}

export async function showCase(desk: Desk, id: string, json: boolean): Promise<void> {
  print((await (await theService()).call(pathOf(desk, id))) as Shown, json);
}

/** One act, in the path under the name it has there. */
export async function actOn(
  desk: Desk,
  { staff, id, act }: { readonly staff: string; readonly id: string; readonly act: string },
  body: object | null,
  json: boolean,
): Promise<void> {
  await asStaff(staff, async (own) => {
    const sent = { method: 'POST', ...(body ? { body: JSON.stringify(body) } : {}) };
    print((await own.call(`${pathOf(desk, id)}/${act}`, sent)) as Shown, json);
  });
}

/** Writes the customer's copy into a file. */
export async function copyInto(staff: string, id: string, out: string): Promise<void> {
  await asStaff(staff, async (own) => {
    const answer = await own.download(`${pathOf('rights', id)}/copy`, { method: 'POST' });
    await writeFile(out, Buffer.from(await answer.arrayBuffer()), { mode: 0o600 });
    printLine(out);
  });
}

interface Explained {
  readonly proposal: string;
  readonly drafted: string;
  readonly words: string;
}

export async function explainPlans(id: string, json: boolean): Promise<void> {
  const answer = await (await theService()).call(`${pathOf('rights', id)}/explanations`);
  const { explanations } = answer as { readonly explanations: readonly Explained[] };
  if (json) return printJson(explanations);
  for (const { proposal, drafted, words } of explanations) {
    printLine(`${proposal}\t${drafted.slice(0, 10)}\n${words}\n`);
  }
  if (explanations.length === 0) printLine('no plan was ever drafted for this customer');
}

function print(shown: Shown, json: boolean): void {
  if (json) return printJson(shown);
  printLine(lineOf(shown));
  if (shown.words !== '') printLine(`  ${shown.words}`);
  if (shown.wish !== '') printLine(`  要求：${shown.wish}`);
  for (const { at, kind, by, words, detail } of shown.steps) {
    const rest = [by, detail, words].filter((one) => one !== null && one !== '').join('  ');
    printLine(`  ${at.slice(0, 16)}  ${kind}  ${rest}`);
  }
  for (const { seq, text } of shown.pending) printLine(`  待告知 ${seq}：\n${text}`);
}

const lineOf = ({ id, matter, customer, stage, owner, due, daysLeft, overdue }: Line): string =>
  [
    id,
    matter,
    customer ?? '未登录',
    stage,
    owner ?? '-',
    `${due} 前${stage === 'closed' ? '' : overdue ? `（超期 ${-daysLeft} 天）` : `（还有 ${daysLeft} 天）`}`,
  ].join('\t');
