import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { houseDepsOf, openHouseFiles } from '../app/house-files.js';
import { openPlanning } from '../app/planning.js';
import { proposalDepsOf } from '../app/proposals.js';
import { withOwnStore } from '../app/storage.js';
import type { Config } from '../config.js';
import { readConfig } from '../config.js';
import type {
  ProposalDeps,
  ProposalHead,
  ProposalShown,
  Refused,
} from '../operations/proposals.js';
import {
  DecisionBody,
  ListQuery,
  Shares,
  decideOn,
  listProposals,
  showProposal,
} from '../operations/proposals.js';
import { exactYuan, percent, yuan } from '../wording/figures.js';
import { CommandFailure, printLine, warnOnStderr } from './command.js';
import { jsonOf } from './json-lines.js';
import { runningServer } from './running-server.js';

/** What the options of a decision say. */
export interface Deciding {
  readonly do: DecisionBody['do'];
  readonly as: string;
  readonly reason?: string;
  /** A JSON file. */
  readonly products?: string;
  /** `QY0021=90000` or `QY0021=30%`. */
  readonly product?: readonly string[];
}

export type ProposalDecided = Omit<ProposalShown, 'events'>;

export interface Proposals {
  list(of: { readonly stage?: string; readonly customer?: string }): Promise<ProposalHead[]>;
  show(id: string): Promise<ProposalShown>;
  decide(id: string, deciding: Deciding): Promise<ProposalDecided>;
}

/** Through the service that runs on this DATA_DIR, else on its own. */
export async function proposals(): Promise<Proposals> {
  const config = readConfig(process.env);
  const server = await runningServer(config);
  const base = '/api/v1/operations/proposals';
  return {
    async list(of) {
      const query = checked(ListQuery, of);
      const asked = new URLSearchParams(query as Record<string, string>);
      return (
        server
          ? await server.call(`${base}?${asked}`)
          : await onItsOwn(config, (deps) => listProposals(deps, query))
      ) as ProposalHead[];
    },
    async show(id) {
      return unlessRefused(
        server
          ? ((await server.call(`${base}/${encodeURIComponent(id)}`)) as ProposalShown | Refused)
          : await onItsOwn(config, (deps) => showProposal(deps, id)),
      );
    },
    async decide(id, deciding) {
      const decision = checked(DecisionBody, await bodyOf(deciding));
      const path = `${base}/${encodeURIComponent(id)}/decisions`;
      const sent = { method: 'POST', body: JSON.stringify(decision) };
      return unlessRefused(
        server
          ? ((await server.call(path, sent)) as ProposalDecided | Refused)
          : await onItsOwn(config, (deps) => decideOn(deps, id, decision)),
      );
    },
  };
}

const onItsOwn = <T>(config: Config, work: (deps: ProposalDeps) => Promise<T>): Promise<T> =>
  withOwnStore(config, async (store) => {
    const house = await openHouseFiles({ ...houseDepsOf(config), store, warn: warnOnStderr });
    const planning = openPlanning(house.thresholds, house.now().market);
    try {
      return await work(proposalDepsOf(config, { store, now: Date.now, house }, planning));
    } finally {
      await planning.close();
    }
  });

function unlessRefused<T extends object>(answer: T | Refused): T {
  if ('refused' in answer) throw new CommandFailure(answer.refused);
  return answer;
}

function checked<T>(schema: z.ZodType<T>, given: unknown): T {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new CommandFailure(`${issue!.path.join('.') || 'input'}: ${issue!.message}`);
}

async function bodyOf({ products, product, ...deciding }: Deciding): Promise<unknown> {
  if (deciding.do !== 'adjust') return deciding;
  const fromFile = products === undefined ? [] : await sharesIn(products);
  return { ...deciding, products: [...fromFile, ...(product ?? []).map(shareOf)] };
}

async function sharesIn(file: string): Promise<z.infer<typeof Shares>> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CommandFailure(`${file} cannot be opened`);
  });
  const raw = jsonOf(text);
  if (raw === undefined) throw new CommandFailure(`${file} is not JSON`);
  const parsed = Shares.safeParse(raw);
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!;
    const [at, ...field] = path;
    const where =
      at === undefined
        ? ''
        : `, product ${Number(at) + 1}${field.map((one) => ` ${String(one)}`).join('')}`;
    throw new CommandFailure(`${file}${where}: ${message}`);
  }
  return parsed.data;
}

function shareOf(share: string): z.infer<typeof Shares>[number] {
  const [, code, figure, isPercent] = /^([\w-]+)=(\d+(?:\.\d+)?)(%?)$/.exec(share) ?? [];
  if (code === undefined) throw new CommandFailure(`${share}: write QY0021=90000 or QY0021=30%`);
  return isPercent ? { code, percent: Number(figure) } : { code, amount: Number(figure) };
}

const headLine = ({ id, stage, customer, drafted, expires, signedBy }: ProposalHead): string =>
  `${id}  ${stage.padEnd(12)} ${customer}  drafted ${minute(drafted)}, until ${minute(expires)}` +
  (signedBy === null ? '' : `, by ${signedBy}`);

/** To the minute, UTC. */
const minute = (iso: string): string => iso.slice(0, 16).replace('T', ' ');

export function printHeads(heads: readonly ProposalHead[]): void {
  if (heads.length === 0) printLine('no proposals');
  heads.forEach((head) => printLine(headLine(head)));
}

export function printWhole(whole: ProposalShown): void {
  const { need, riskClass, mix, products, risk } = whole.plan;
  printLine(headLine(whole));
  printLine(
    `need: ${need.goal}, ${yuan(need.amount)}, ${need.months ?? 'no'} months, C${riskClass}`,
  );
  for (const { label, weight } of mix.filter((slice) => slice.weight > 0)) {
    printLine(`  ${percent(weight).padStart(7)}  ${label}`);
  }
  printLine(`stated loss: ${percent(risk.statedLoss)}`);
  for (const { code, name, amount, weight } of products) {
    printLine(`  ${code}  ${name}  ${exactYuan(amount)} (${percent(weight)})`);
  }
  for (const { at, kind, actor, reason } of whole.events) {
    printLine(`${minute(at)}  ${kind} (${actor})${reason === null ? '' : `: ${reason}`}`);
  }
}

export function printDecided(decided: ProposalDecided): void {
  printLine(headLine(decided));
  if (decided.first)
    printLine(`signed by ${decided.first.by.name}; a second person has to sign too`);
}
