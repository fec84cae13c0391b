import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { CaseFigures } from '../conversation/queries/customer-case.js';
import type { LedgerState } from '../ledger/keeper.js';
import type { LedgerAlarm } from './ledger.js';

/**
 * What `/metrics` tells (Prometheus). Labels are closed sets, but for the name of a stream that does not
 * hold: nothing a customer said is ever one.
 */
export interface Meters {
  readonly registry: Registry;
  turnEnded(outcome: string, ms: number): void;
  fellBack(reason: string): void;
  failed(): void;
  ledgerStands(
    state: LedgerState,
    alarm: LedgerAlarm | null,
    verified: { readonly at: number } | null,
  ): void;
  casesStand(figures: Readonly<Record<'complaints' | 'rights', CaseFigures>>): void;
}

export function createMeters(model: string): Meters {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const turns = new Histogram({
    name: 'shuzhi_turn_seconds',
    help: 'Duration of a turn from claim to record',
    labelNames: ['outcome'],
    buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 45],
    registers: [registry],
  });
  const fallbacks = new Counter({
    name: 'shuzhi_model_fallbacks_total',
    help: 'Turns the embedded model answered because the LLM could not',
    labelNames: ['reason'],
    registers: [registry],
  });
  const failures = new Counter({
    name: 'shuzhi_errors_total',
    help: 'Errors reported by any part of the service',
    registers: [registry],
  });
  new Gauge({
    name: 'shuzhi_model_info',
    help: 'The model that understands',
    labelNames: ['model'],
    registers: [registry],
  }).set({ model }, 1);
  return {
    registry,
    turnEnded: (outcome, ms) => turns.observe({ outcome }, ms / 1_000),
    fellBack: (reason) => fallbacks.inc({ reason }),
    failed: () => failures.inc(),
    ledgerStands: ledgerGauges(registry),
    casesStand: caseGauges(registry),
  };
}

function ledgerGauges(registry: Registry): Meters['ledgerStands'] {
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [registry] });
  const leaves = gauge('shuzhi_ledger_leaves', 'Ledger entries in the tree');
  const signed = gauge('shuzhi_ledger_signed_leaves', 'Leaves of the last signed checkpoint');
  const at = gauge('shuzhi_ledger_signed_at_seconds', 'When the last checkpoint was signed');
  const verifiedAt = gauge(
    'shuzhi_ledger_verified_at_seconds',
    'When the whole record was last looked through; 0: never',
  );
  const trouble = gauge(
    'shuzhi_ledger_trouble',
    '1: it does not hold (rollback, fork, altered or incomplete)',
  );
  const first = new Gauge({
    name: 'shuzhi_ledger_first_bad_sequence',
    help: 'The first entry that does not hold, in its stream',
    labelNames: ['stream'],
    registers: [registry],
  });
  return ({ size, checkpoint }, alarm, verified) => {
    leaves.set(size);
    signed.set(checkpoint?.size ?? 0);
    at.set((checkpoint?.at ?? 0) / 1_000);
    verifiedAt.set((verified?.at ?? 0) / 1_000);
    trouble.set(alarm === null ? 0 : 1);
    first.reset();
    if (alarm?.stream) first.set({ stream: alarm.stream }, alarm.seq ?? 0);
  };
}

function caseGauges(registry: Registry): Meters['casesStand'] {
  const gauge = (name: string, help: string) =>
    new Gauge({ name, help, labelNames: ['desk'], registers: [registry] });
  const open = gauge('shuzhi_cases_open', 'Complaints and requests whose outcome is not told');
  const overdue = gauge('shuzhi_cases_overdue', 'Those of them whose day has gone by');
  return (figures) => {
    for (const [desk, counts] of Object.entries(figures)) {
      open.set({ desk }, counts.open);
      overdue.set({ desk }, counts.overdue);
    }
  };
}
