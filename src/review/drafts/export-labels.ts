import type { HouseDeps } from '../../conversation/house-stream.js';
import { keepInHouse } from '../../conversation/house-stream.js';
import type { DraftLabel } from '../../conversation/handoff/labels.js';
import { labelsOf } from '../../conversation/handoff/labels.js';
import { drafted } from '../../conversation/queries/draft-use.js';
import { readStream } from '../../conversation/stream.js';
import type { LocalDate } from '../../terms/time.js';
import { addDays, startOfDay } from '../../terms/time.js';

export type LabelDeps = HouseDeps;

/** 导出标注: who took what customers and advisors said, for which days and why. */
export interface DraftLabelsExported {
  readonly kind: 'DraftLabelsExported';
  readonly by: string;
  readonly why: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly count: number;
}

interface Span {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Drafts made from one day through another, oldest conversation id first. */
export async function labelsWithin(
  { store }: Pick<LabelDeps, 'store'>,
  { from, to }: Span,
): Promise<readonly DraftLabel[]> {
  const [begin, end] = [startOfDay(from), startOfDay(addDays(to, 1))];
  const labels: DraftLabel[] = [];
  for (const id of await drafted(store, begin, end)) {
    const all = labelsOf(id, await readStream(store, id));
    labels.push(...all.filter(({ at }) => begin <= at && at < end));
  }
  return labels;
}

/** That they leave goes on record before they do. */
export async function exportLabels(
  deps: LabelDeps,
  { by, why, from, to }: Span & Pick<DraftLabelsExported, 'by' | 'why'>,
): Promise<readonly DraftLabel[]> {
  const labels = await labelsWithin(deps, { from, to });
  const event: DraftLabelsExported = {
    kind: 'DraftLabelsExported',
    by,
    why,
    from,
    to,
    count: labels.length,
  };
  await keepInHouse(deps, event);
  return labels;
}
