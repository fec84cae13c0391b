import type { GatedProduct, Investor } from '../../advice/suitability/occasion.js';
import type { ComplaintDeadlines } from '../complaint-deadlines.js';
import type { Instant, LocalDate } from '../../terms/time.js';
import type { Product } from '../../terms/product.js';
import type { Speaker, Utterance } from '../utterance.js';

/** 质检所读的会话: what was said and done in one conversation, in order, for rules over all of it. */
export interface Transcript {
  readonly acts: readonly Act[];
  /** The customer as the gate knows them on a day; null: a visitor. */
  readonly customerAt: (at: Instant) => Investor | null;
  /** Products spoken of may be any of these. */
  readonly shelf: readonly ShelfItem[];
  /** Until when it was read: what is due by then and did not happen is missing. */
  readonly until: Instant;
}

export interface ShelfItem {
  readonly product: Product;
  readonly gated: GatedProduct;
}

interface Placed {
  /** Of the event in its stream. */
  readonly seq: number;
  readonly at: Instant;
}

/** One thing said, by the customer or to them. */
export interface Said extends Placed {
  readonly kind: 'said';
  readonly speaker: Speaker;
  /** Which employee; null: no person of ours. */
  readonly by: string | null;
  readonly text: string;
  readonly utterance: Utterance;
  /** As it was shown beside the words; null beside a customer's. */
  readonly label: string | null;
  /** Rules that objected then, and what was given as the reason for saying it all the same. */
  readonly objected: readonly string[];
  readonly reason: string | null;
}

/** Wanted to say, and kept from it by the guard. */
export interface Stopped extends Placed {
  readonly kind: 'stopped';
  readonly speaker: Speaker;
  readonly text: string;
  /** The words it was stopped for. */
  readonly objected: readonly string[];
}

export type Act =
  | Said
  | Stopped
  /** A person was called, is queued for, or a call back was booked. */
  | (Placed & { readonly kind: 'person_called' })
  | (Placed & {
      readonly kind: 'complaint_filed';
      readonly deadlines: ComplaintDeadlines;
      /** As its case stands, extensions counted in; absent: nobody has taken it up. */
      readonly answer?: { readonly due: LocalDate; readonly told: LocalDate | null };
    })
  | (Placed & { readonly kind: 'fraud_reported' })
  | (Placed & { readonly kind: 'personalisation_declined' | 'personalisation_accepted' })
  | (Placed & { readonly kind: 'service_ended'; readonly isSolved: boolean });

export const isSaid = (act: Act): act is Said => act.kind === 'said';
export const saidBy = ({ acts }: Transcript, ...speakers: readonly Speaker[]): readonly Said[] =>
  acts.filter(isSaid).filter(({ speaker }) => speakers.includes(speaker));

export const OURS = ['bot', 'advisor'] as const;

/** The first `count` things we said after a place. */
export function answersTo(transcript: Transcript, seq: number, count: number): readonly Said[] {
  return saidBy(transcript, ...OURS)
    .filter((said) => said.seq > seq)
    .slice(0, count);
}
