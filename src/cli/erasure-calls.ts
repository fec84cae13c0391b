import { asStaff, theService } from './as-staff.js';
import { printJson, printLine } from './command.js';
import type { MoreShown } from './list-end.js';
import { ALL, warnOfMore } from './list-end.js';

const BASE = '/api/v1/review/erasures';

interface Line {
  readonly id: string;
  readonly why: string;
  readonly customer: string | null;
  readonly stage: string;
  readonly due: string;
  readonly daysLeft: number;
}

interface Shown extends Line {
  readonly plan: readonly {
    readonly stream: string;
    readonly fate: string;
    readonly held: string;
    readonly title: string;
    readonly until: string | null;
    readonly reason: string | null;
  }[];
}

export async function listErasures(all: boolean, json: boolean): Promise<void> {
  const answer = await (await theService()).call(`${BASE}?all=${all ? '1' : '0'}&${ALL}`);
  const { erasures, more } = answer as MoreShown & { readonly erasures: readonly Line[] };
  if (json) printJson(erasures);
  else erasures.forEach((line) => printLine(lineOf(line)));
  warnOfMore(more, erasures.length);
}

export async function showErasure(id: string, json: boolean): Promise<void> {
  print((await (await theService()).call(`${BASE}/${encodeURIComponent(id)}`)) as Shown, json);
}

export async function decideErasure(
  staff: string,
  id: string,
  what: 'proposal' | 'approval' | 'refusal',
  body: object | null,
  json: boolean,
): Promise<void> {
  await asStaff(staff, async (own) => {
    const sent = { method: 'POST', ...(body ? { body: JSON.stringify(body) } : {}) };
    print((await own.call(`${BASE}/${encodeURIComponent(id)}/${what}`, sent)) as Shown, json);
  });
}

function print(shown: Shown, json: boolean): void {
  if (json) return printJson(shown);
  printLine(lineOf(shown));
  for (const { stream, fate, held, title, until, reason } of shown.plan) {
    const why = [until === null ? '' : `至 ${until}`, reason ?? ''].filter(Boolean).join('，');
    printLine(
      `  ${FATES[fate] ?? fate}\t${stream}\t${held} ${title}${why === '' ? '' : `\t${why}`}`,
    );
  }
}

const FATES: Readonly<Record<string, string>> = {
  erase: '删除',
  restrict: '冻结',
  retain: '保留',
};

const lineOf = ({ id, why, customer, stage, due, daysLeft }: Line): string =>
  [
    id,
    why === 'request' ? '客户请求' : '保存期满',
    customer ?? '未登录',
    stage,
    `${due} 前${stage === 'done' || stage === 'declined' ? '' : `（还有 ${daysLeft} 天）`}`,
  ].join('\t');
