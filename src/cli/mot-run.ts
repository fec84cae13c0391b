import { momentRule } from '../advice/lifecycle/moments/catalogue.js';
import { houseDepsOf, openHouseFiles } from '../app/house-files.js';
import { gateRulesOf } from '../app/proposals.js';
import { ORIGIN } from '../app/parts.js';
import { withOwnStore } from '../app/storage.js';
import { readConfig } from '../config.js';
import type { RunReport } from '../conversation/moments/run.js';
import { runMoments } from '../conversation/moments/run.js';
import { isLocalDate, toLocalDate } from '../terms/time.js';
import { CommandFailure, printLine, warnOnStderr } from './command.js';
import { runningServer } from './running-server.js';

/** Through the service that runs on this DATA_DIR, else on its own. */
export async function runMot(date?: string): Promise<RunReport> {
  if (date !== undefined && !isLocalDate(date)) {
    throw new CommandFailure(`--date must be a day, YYYY-MM-DD, not ${date}`);
  }
  const config = readConfig(process.env);
  const server = await runningServer(config);
  if (server) {
    const body = JSON.stringify(date === undefined ? {} : { day: date });
    const sent = { method: 'POST', body };
    return (await server.call('/api/v1/desk/moments/runs', sent)) as RunReport;
  }
  return withOwnStore(config, async (store) => {
    const house = await openHouseFiles({ ...houseDepsOf(config), store, warn: warnOnStderr });
    const deps = { ...gateRulesOf(config, house), store, origin: ORIGIN, now: Date.now };
    return runMoments(deps, date ?? toLocalDate(Date.now()));
  });
}

export function printRun({ day, customers, raised, lapsed, byNumber, seconds }: RunReport): void {
  printLine(
    `${day}: ${customers} customers in ${seconds.toFixed(1)} s, ${raised} raised, ${lapsed} lapsed`,
  );
  for (const [number, count] of Object.entries(byNumber)) {
    printLine(`  ${number.padStart(2)} ${momentRule(Number(number))?.name ?? ''}: ${count}`);
  }
}
