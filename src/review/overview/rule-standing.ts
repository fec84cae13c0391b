import { RULE_VERSION } from '../../compliance/rules.js';
import {
  TRANSCRIPT_RULES,
  TRANSCRIPT_RULE_VERSION,
} from '../../compliance/transcript/transcript-rules.js';
import type { Store } from '../../store/store.js';
import { keptText } from '../../store/version-archive.js';
import type { VersionLine } from '../../store/version-lines.js';
import { changeBehind, linesOfFile } from '../../store/version-lines.js';
import { toIso } from '../../terms/time.js';
import { RULE_BOOK, triedIn } from '../changes/rule-book.js';

/** 守则的来历: since when each rule stands as it does, and who let it. */

export interface RuleStanding {
  /** Of the book it is in. */
  readonly version: string;
  /** Null: as it has been since it shipped; what is said before sending cannot be switched. */
  readonly switched: {
    readonly since: string;
    readonly by: string;
    readonly approver: string | null;
    /** The change that did it; null: it came with a release. */
    readonly change: string | null;
  } | null;
}

export const OF_SENTENCES: RuleStanding = { version: RULE_VERSION, switched: null };

/** By id, of rules over whole conversations. */
export async function ruleStandings(store: Store): Promise<ReadonlyMap<string, RuleStanding>> {
  const last = new Map<string, VersionLine>();
  let before: ReadonlySet<string> | null = null;
  const texts = { file: '', house_file: null as string | null };
  for (const line of await linesOfFile(store, RULE_BOOK)) {
    const text = line.hash === null ? null : await keptText(store, line.hash);
    if (line.kind === 'file') texts.file = text ?? '';
    else texts.house_file = text;
    const tried = triedIn(texts.house_file ?? texts.file);
    for (const { id } of TRANSCRIPT_RULES) {
      if (before === null || tried.has(id) !== before.has(id)) last.set(id, line);
    }
    before = tried;
  }
  const standingOf = (line: VersionLine | undefined): RuleStanding => ({
    version: TRANSCRIPT_RULE_VERSION,
    switched: line ? switchedBy(line) : null,
  });
  return new Map(TRANSCRIPT_RULES.map(({ id }) => [id, standingOf(last.get(id))]));
}

const switchedBy = (line: VersionLine): RuleStanding['switched'] => ({
  since: toIso(Number(line.since)),
  by: line.author,
  approver: line.approver,
  change: changeBehind(line),
});
