import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** What `/metrics` tells (Prometheus). Labels are closed sets: nothing a customer said is ever one. */
export interface Meters {
  readonly registry: Registry;
  turnEnded(outcome: string, ms: number): void;
  fellBack(reason: string): void;
  failed(): void;
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
  };
}
