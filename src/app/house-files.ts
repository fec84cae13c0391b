import { join } from 'node:path';
import type { TranscriptRule } from '../compliance/transcript/transcript-rule.js';
import type { SamplingPolicy } from '../review/work/sampling.js';
import type { Store } from '../store/store.js';
import { placeOf, stateAt } from '../store/version-archive.js';
import type { Questionnaire } from '../terms/questionnaire.js';
import type { Wordings } from '../wording/prompts.js';
import { loadWordings } from '../wording/prompts.js';
import { served } from './house-wordings.js';
import { loadRuleBook, loadSampling } from './inspection.js';
import { laidOut } from './laid-out.js';
import { loadQuestionnaires } from './questionnaire.js';
import { SHIPPED_ROOT, releaseFiles } from './release-files.js';

/** Files as they are in force: those of the release, and what the house put in the place of some. */
export interface HouseFiles {
  /** Whatever is in force when it is asked. */
  readonly wordings: Wordings;
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
  /** The folder with market figures, assumptions and policy, to be read as soon as one is told of it. */
  readonly market: string;
}

export interface HouseFilesDeps {
  readonly store: Store;
  readonly dataDir: string;
  /** Told in a line of every file that is not served, and why. */
  readonly warn: (line: string) => void;
}

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
    async refresh() {
      if ((await placeOf(deps.store, 'house_file')) === inForce.place) return;
      inForce = await read(deps);
      for (const tell of told) tell(inForce);
    },
    onChange: (tell) => void told.push(tell),
  };
}

async function read({ store, dataDir, warn }: HouseFilesDeps): Promise<InForce> {
  const place = await placeOf(store, 'house_file');
  const changed = await stateAt(store, 'house_file', place);
  if (changed.size === 0) return { place, ...readFiles(SHIPPED_ROOT) };
  const { files, faults } = served(releaseFiles(), changed);
  for (const [name, fault] of faults) warn(`${name} of the house is not served: ${fault}`);
  return { place, ...readFiles(await laidOut(dataDir, files)) };
}

/** Throws an Error that names the first file that may not be served, and why. */
export function readFiles(root: string): Omit<InForce, 'place'> {
  const knowledge = join(root, 'knowledge');
  return {
    wordings: loadWordings(join(root, 'prompts')),
    questionnaires: loadQuestionnaires(join(knowledge, 'questionnaires')),
    rules: loadRuleBook(join(knowledge, 'review', 'rules.yaml')),
    sampling: loadSampling(join(knowledge, 'review', 'sampling.yaml')),
    market: join(knowledge, 'market'),
  };
}
