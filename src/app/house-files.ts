import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import type { RoutingPolicy } from '../advice/routing/policy.js';
import type { HouseThresholds } from '../advice/suitability/house-thresholds.js';
import { thresholdsOf } from '../advice/suitability/house-thresholds.js';
import type { RetentionRules } from '../compliance/retention.js';
import type { TranscriptRule } from '../compliance/transcript/transcript-rule.js';
import type { SamplingPolicy } from '../review/work/sampling.js';
import type { Store } from '../store/store.js';
import { placeOf, stateAt } from '../store/version-archive.js';
import type { Questionnaire } from '../terms/questionnaire.js';
import type { Wordings } from '../wording/prompts.js';
import { loadWordings } from '../wording/prompts.js';
import type { Config } from '../config.js';
import { served } from './house-wordings.js';
import { loadRuleBook, loadSampling } from './inspection.js';
import { laidOut } from './laid-out.js';
import { live } from './live.js';
import { loadQuestionnaires } from './questionnaire.js';
import { SHIPPED_ROOT, releaseFiles } from './release-files.js';
import { retentionVersions } from './retention-rules.js';
import { routingVersions } from './routing-policy.js';
import { THRESHOLDS_FILE, readThresholds } from './thresholds.js';

/** Files as they are in force: those of the release, and what the house put in the place of some. */
export interface HouseFiles {
  /** Whatever is in force when it is asked. */
  readonly wordings: Wordings;
  /** The same. */
  readonly thresholds: HouseThresholds;
  readonly now: () => InForce;
  /** Reads again what has changed since. */
  refresh(): Promise<void>;
  /** Told after every change. */
  onChange(tell: (now: InForce) => void): void;
}

export interface InForce {
  /** In the version log. */
  readonly place: number;
  readonly wordings: Wordings;
  readonly questionnaires: readonly Questionnaire[];
  readonly rules: readonly TranscriptRule[];
  readonly sampling: SamplingPolicy;
  readonly thresholds: HouseThresholds;
  /** Every version, each with the day it takes effect on. */
  readonly retention: readonly RetentionRules[];
  readonly routing: readonly RoutingPolicy[];
  /** The folder with market figures, assumptions and policy, to be read as soon as one is told of it. */
  readonly market: string;
}

export interface HouseFilesDeps {
  readonly store: Store;
  readonly dataDir: string;
  /** Thresholds of the institution file: in the place of those that ship, until two people changed them. */
  readonly given?: Partial<HouseThresholds> | undefined;
  /** Told in a line of every file that is not served, and why. */
  readonly warn: (line: string) => void;
}

/** What the environment says of them. */
export const houseDepsOf = ({ dataDir, institution }: Pick<Config, 'dataDir' | 'institution'>) => ({
  dataDir,
  given: institution.suitability,
});

/** Throws an Error that names the file where one that others are judged by cannot be read. */
export async function openHouseFiles(deps: HouseFilesDeps): Promise<HouseFiles> {
  let inForce = await read(deps);
  const told: ((now: InForce) => void)[] = [];
  return {
    now: () => inForce,
    wordings: {
      get: (id) => inForce.wordings.get(id),
      has: (id) => inForce.wordings.has(id),
      get version() {
        return inForce.wordings.version;
      },
    },
    thresholds: live(() => inForce.thresholds),
    async refresh() {
      if ((await placeOf(deps.store, 'house_file')) === inForce.place) return;
      inForce = await read(deps);
      for (const tell of told) tell(inForce);
    },
    onChange: (tell) => void told.push(tell),
  };
}

async function read({ store, dataDir, given, warn }: HouseFilesDeps): Promise<InForce> {
  const place = await placeOf(store, 'house_file');
  const changed = await stateAt(store, 'house_file', place);
  if (changed.size === 0) return { place, ...readFiles(SHIPPED_ROOT, given) };
  const { files, faults } = served(releaseFiles(), changed);
  for (const [name, fault] of faults) warn(`${name} of the house is not served: ${fault}`);
  const own = changed.has(THRESHOLDS_FILE) ? undefined : given;
  return { place, ...readFiles(await laidOut(dataDir, files), own) };
}

/** Throws an Error that names the first file that may not be served, and why. `given`: see the deps. */
export function readFiles(root: string, given?: Partial<HouseThresholds>): Omit<InForce, 'place'> {
  const knowledge = join(root, 'knowledge');
  const thresholds = join(root, THRESHOLDS_FILE);
  return {
    thresholds: thresholdsOf(given, readThresholds(readFileSync(thresholds, 'utf8'), thresholds)),
    retention: retentionVersions(join(knowledge, 'retention')),
    routing: routingVersions(join(knowledge, 'routing')),
    wordings: loadWordings(join(root, 'prompts')),
    questionnaires: loadQuestionnaires(join(knowledge, 'questionnaires')),
    rules: loadRuleBook(join(knowledge, 'review', 'rules.yaml')),
    sampling: loadSampling(join(knowledge, 'review', 'sampling.yaml')),
    market: join(knowledge, 'market'),
  };
}
