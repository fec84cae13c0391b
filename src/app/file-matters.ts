import type { HouseThresholds } from '../advice/suitability/house-thresholds.js';
import type { Matter } from '../conversation/changes/record.js';
import type { Store } from '../store/store.js';
import type { Texts } from '../store/version-archive.js';
import { keptText, placeOf, stateAt } from '../store/version-archive.js';
import { hasStood } from '../store/version-lines.js';
import { readFiles } from './house-files.js';
import { served, wordingFault } from './house-wordings.js';
import { withFolder } from './laid-out.js';
import { loadMarket } from './market.js';
import { readQuestionnaire } from './questionnaire.js';
import { releaseFiles } from './release-files.js';
import { THRESHOLDS_FILE, readThresholds } from './thresholds.js';

/** Files of the release that the house may put others in the place of, each read by what serves it. */
export const fileMatters = (store: Store, given?: Partial<HouseThresholds>) => ({
  wording: files(store, /^prompts\/.+\.md$/, async ({ name, text }) =>
    wordingFault(text, name, releaseFiles()),
  ),
  review_rules: files(store, /^knowledge\/review\/(rules|sampling)\.yaml$/, (change) =>
    faultOnReading(change, readFiles),
  ),
  questionnaire: files(
    store,
    /^knowledge\/questionnaires\/[a-z_]+\.yaml$/,
    async (change) => (await faultOnReading(change, readFiles)) ?? sameVersion(change),
  ),
  assumptions: files(store, /^knowledge\/market\/(assumptions|strategic)\.yaml$/, (change) =>
    faultOnReading(change, (root) => servedTogether(root, standsOn(change, given))),
  ),
  thresholds: files(
    store,
    /^knowledge\/(house\/thresholds|(retention|routing)\/[a-z0-9.-]+)\.yaml$/,
    async (change) =>
      (await faultOnReading(change, (root) => servedTogether(root))) ?? sameThresholds(change),
  ),
});

/** The mixes must hang together with the losses that the house states. */
const servedTogether = (root: string, given?: Partial<HouseThresholds>): void => {
  const { thresholds, market } = readFiles(root, given);
  loadMarket(thresholds, market);
};

/** What the institution file says, as long as nobody has changed the thresholds by a change. */
const standsOn = ({ before }: FileChange, given?: Partial<HouseThresholds>) =>
  before.get(THRESHOLDS_FILE) === releaseFiles().get(THRESHOLDS_FILE) ? given : undefined;

/** A file of the house's, and all that stands before it is let. */
interface FileChange {
  readonly name: string;
  readonly text: string;
  readonly before: Texts;
}

function files(
  store: Store,
  ours: RegExp,
  faultIn: (change: FileChange) => Promise<string | null>,
): Matter {
  const changed = async (): Promise<Texts> =>
    stateAt(store, 'house_file', await placeOf(store, 'house_file'));
  return {
    kept: 'house_file',
    async read(path, text) {
      const name = nameOf(path, ours);
      if (name === null) return `${path}: 这里没有这样的文件；请给出它在发布目录里的路径`;
      const before = served(releaseFiles(), await changed()).files;
      const fault = await faultIn({ name, text, before });
      return fault === null ? new Map([[name, text]]) : `${path}: ${fault}`;
    },
    standing: async (name) => (await changed()).get(name) ?? releaseFiles().get(name) ?? null,
    async before(name, base) {
      if (base === null) return null;
      // What came with a release gives way to what comes with this one.
      const isShipped = await hasStood(store, 'file', name, base);
      return isShipped ? (releaseFiles().get(name) ?? null) : keptText(store, base);
    },
    // As it ships again: the house has none of its own any more.
    line: (name, content) =>
      content !== null && releaseFiles().get(name) === content ? null : content,
    put: async () => [],
  };
}

/** What whoever would serve the whole says of it; null: nothing. */
async function faultOnReading(
  { name, text, before }: FileChange,
  read: (root: string) => unknown,
): Promise<string | null> {
  try {
    await withFolder(new Map([...before, [name, text]]), read);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Results are explained, and open assessments told apart, by the version alone. */
function sameVersion({ name, text, before }: FileChange): string | null {
  const standing = before.get(name);
  if (standing === undefined || standing === text) return null;
  const { version } = readQuestionnaire(standing, name);
  return readQuestionnaire(text, name).version === version
    ? `改了问卷，版本号也要换；现在已经是 ${version}`
    : null;
}

/** Verdicts and plans tell by the version what they were reckoned on. */
function sameThresholds({ name, text, before }: FileChange): string | null {
  const standing = before.get(name);
  if (name !== THRESHOLDS_FILE) {
    return standing === undefined || standing === text
      ? null
      : '已经有这个版本的文件；请另存一个新版本，写上新的生效日期';
  }
  const version = readThresholds(text, name).version;
  const isOld = standing !== undefined && readThresholds(standing, name).version === version;
  return isOld && standing !== text ? `改了界限，版本号也要换；现在已经是 ${version}` : null;
}

/** `/anywhere/prompts/replies/x.md` → `prompts/replies/x.md`, where the house has such files. */
function nameOf(path: string, ours: RegExp): string | null {
  const parts = path.replaceAll('\\', '/').split('/');
  const from = parts.findLastIndex((part) => part === 'prompts' || part === 'knowledge');
  const name = parts.slice(Math.max(0, from)).join('/');
  return ours.test(name) && !parts.includes('..') ? name : null;
}
