import type { Finding } from '../../terms/finding.js';
import type { Played } from './play.js';

/** What a run of golden conversations came to. */
export interface DialogueFigures {
  readonly dialogues: number;
  readonly trials: number;
  /** Share of single conversations held without a fault. */
  readonly pass_1: number;
  /** Share of dialogues held without a fault in every one of the trials (tau-bench's pass^k). */
  readonly pass_k: number;
  /** Replies that said what must not be said. */
  readonly must_not_violations: number;
  readonly tools: Readonly<Record<string, number>>;
  readonly latency_ms_p50: number;
  readonly latency_ms_p99: number;
  readonly failed: readonly {
    readonly id: string;
    readonly faults: readonly {
      readonly turn: number;
      readonly kind: string;
      readonly what: string;
      readonly reply: string;
      /** What the guard found in the draft that this reply took the place of. */
      readonly stopped: readonly Finding[];
    }[];
  }[];
}

/** Sums up trials; `trials[i]` holds every dialogue once. */
export function figuresOf(trials: readonly (readonly Played[])[]): DialogueFigures {
  const all = trials.flat();
  const latencies = all.flatMap(({ latencies: own }) => own).sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round(
      latencies[Math.min(latencies.length - 1, Math.floor(share * latencies.length))] ?? 0,
    );
  const ids = [...new Set(all.map(({ dialogue }) => dialogue.id))];
  const faulty = new Map<string, Played>();
  for (const played of all) if (played.faults.length > 0) faulty.set(played.dialogue.id, played);
  return {
    dialogues: ids.length,
    trials: trials.length,
    pass_1: share(all.filter(({ faults }) => faults.length === 0).length, all.length),
    pass_k: share(ids.length - faulty.size, ids.length),
    must_not_violations: all
      .flatMap(({ faults }) => faults)
      .filter(({ kind }) => kind === 'forbidden').length,
    tools: toolCounts(all),
    latency_ms_p50: at(0.5),
    latency_ms_p99: at(0.99),
    failed: [...faulty.values()].map(({ dialogue, faults, replies }) => ({
      id: dialogue.id,
      faults: faults.map((fault) => ({
        ...fault,
        reply: replies[fault.turn - 1]?.statement.text ?? '',
        stopped: replies[fault.turn - 1]?.trace?.findings ?? [],
      })),
    })),
  };
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

function toolCounts(all: readonly Played[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { replies } of all) {
    for (const { trace } of replies) {
      for (const { name } of trace?.tools ?? []) counts[name] = (counts[name] ?? 0) + 1;
    }
  }
  return counts;
}
