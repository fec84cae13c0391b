import { readConfig } from '../config.js';
import type { ReplayShown } from '../review/replay/replay-endpoints.js';
import { CommandFailure, printLine } from './command.js';
import { runningServer } from './running-server.js';

/** Answers are made again by the service that keeps them. */
export async function replayed(conversation: string, turn: number | null): Promise<ReplayShown> {
  const server = await runningServer(readConfig(process.env));
  if (!server) throw new CommandFailure('no service runs on this DATA_DIR: start it with `serve`');
  const sent = { method: 'POST', body: JSON.stringify({ conversation, turn }) };
  return server.call('/api/v1/operations/replays', sent) as Promise<ReplayShown>;
}

type Answer = ReplayShown['answers'][number];

export function printReplay(
  { answers, identical, different, notMadeAgain }: ReplayShown,
  withSources: boolean,
): void {
  answers.forEach((one, at) => {
    printLine(`${at + 1}. #${one.seq} ${one.at.slice(0, 19)} ${one.kind}: ${wordsFor(one)}`);
    for (const { what, then, now } of one.missing) {
      printLine(`   not as it was: ${what} ${then ?? '-'} → ${now ?? '-'}`);
    }
    for (const { place, then, now } of one.differences) {
      printLine(`   ${place}`);
      printLine(`   - ${JSON.stringify(then)}`);
      printLine(`   + ${JSON.stringify(now)}`);
    }
    if (withSources) one.sources.forEach((source) => printLine(`   ${sourceLine(source)}`));
  });
  printLine(`identical ${identical}, different ${different}, not made again ${notMadeAgain}`);
}

const wordsFor = ({ outcome, why }: Answer): string =>
  why === null ? outcome : `not made again (${why.replaceAll('_', ' ')})`;

const sourceLine = (source: Answer['sources'][number]): string => {
  const { role, name, title, hash, since, author, vouched } = source;
  return [
    role,
    name,
    title ?? '-',
    hash?.slice(0, 16) ?? '-',
    `since ${since?.slice(0, 10) ?? '-'}`,
    `by ${author ?? '-'}`,
    approvalOf(source),
    ...(vouched === null ? [] : [`names ${vouched} as its approver`]),
  ].join('  ');
};

function approvalOf({ approver, by }: Answer['sources'][number]): string {
  if (approver !== null) return `approved by ${approver}`;
  return by === 'release' ? 'approved with the release' : 'approved by nobody';
}
