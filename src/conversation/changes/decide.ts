import type { ChangeRow } from '../../store/version-rows.js';
import type { Instant } from '../../terms/time.js';
import type { ChangeApproved, ChangeDeclined } from './events.js';

/** What a second person does with a change. */
export type ChangeCommand =
  | { readonly do: 'approve'; readonly by: string; readonly role: string }
  | { readonly do: 'decline'; readonly by: string; readonly role: string; readonly reason: string };

/**
 * `own`: nobody decides on their own; `settled`: somebody has decided; `role`: rules, the
 * questionnaire and thresholds are compliance's; `moved`: what stood when it was proposed does not stand any more.
 */
export type ChangeRefusal = 'own' | 'settled' | 'role' | 'moved';

/** What others are judged by, and what a customer's class is found with. */
const COMPLIANCE_ONLY: readonly ChangeRow['kind'][] = [
  'review_rules',
  'questionnaire',
  'thresholds',
];

/** 双人复核. Pure; `base`: hash of what stands now under its name. */
export function decideChange(
  row: Pick<ChangeRow, 'id' | 'kind' | 'stage' | 'author' | 'base'>,
  command: ChangeCommand,
  base: string | null,
): ChangeApproved | ChangeDeclined | ChangeRefusal {
  if (row.stage !== 'proposed') return 'settled';
  if (row.author === command.by) return 'own';
  if (COMPLIANCE_ONLY.includes(row.kind) && command.role !== 'compliance') return 'role';
  const { id } = row;
  if (command.do === 'decline') {
    return { kind: 'ChangeDeclined', id, by: command.by, reason: command.reason };
  }
  return row.base === base ? { kind: 'ChangeApproved', id, by: command.by } : 'moved';
}

/** The row afterwards. */
export function afterDecision(
  row: ChangeRow,
  event: ChangeApproved | ChangeDeclined,
  at: Instant,
): ChangeRow {
  const decided = { ...row, decided_by: event.by, decided_at: at };
  return event.kind === 'ChangeApproved'
    ? { ...decided, stage: 'approved' }
    : { ...decided, stage: 'declined', words: event.reason };
}
