import type { ConversationEvent } from '../../../conversation/events.js';

/** 可检索的话: what of a conversation's record reviewers find by its words, and what it was. */

export const WHATS = [
  'customer',
  'reply',
  'notice',
  'advisor',
  'draft',
  'blocked_draft',
  'blocked_reply',
  'dropped',
  'note',
] as const;
/**
 * Said: by the customer, the digital employee, the service, an advisor. Never said: a draft for an
 * advisor, one the guard stopped, an advisor's own words that it stopped, a reply that came too late,
 * a note among colleagues.
 */
export type What = (typeof WHATS)[number];

export interface Searched {
  readonly what: What;
  readonly text: string;
  /** The employee whose words they are; null: nobody's. */
  readonly by: string | null;
  /** Codes of products it is about, by the record and not by the words. */
  readonly products: readonly string[];
}

/** Null: there are no words in it. */
export function searchedIn(event: ConversationEvent): Searched | null {
  const found = wordsOf(event);
  return found && found.text !== '' ? { by: null, products: [], ...found } : null;
}

type Found = Pick<Searched, 'what' | 'text'> & Partial<Searched>;

function wordsOf(event: ConversationEvent): Found | null {
  switch (event.kind) {
    case 'MessageReceived':
      return { what: 'customer', text: event.text };
    case 'ReplyDecided':
      return { what: 'reply', text: event.statement.text, products: event.outcome.products };
    case 'NoticeGiven':
      return { what: 'notice', text: event.statement.text };
    case 'AdvisorSaid':
      return { what: 'advisor', text: event.statement.text, by: event.by.id };
    default:
      return neverSaid(event);
  }
}

function neverSaid(event: ConversationEvent): Found | null {
  switch (event.kind) {
    case 'DraftOffered':
      return event.draft && { ...offered(event.draft.text, event.tones), ...aboutOf(event) };
    case 'DraftBlocked':
      return { what: 'blocked_draft', text: event.draft.text };
    case 'AdvisorBlocked':
      return { what: 'blocked_reply', text: event.text, by: event.by.id };
    case 'ReplyDropped':
      return { what: 'dropped', text: event.draft.text };
    case 'NoteTaken':
      return { what: 'note', text: event.text, by: event.by.id };
    case 'HandoffResolved':
      return event.note === null ? null : { what: 'note', text: event.note, by: event.by.id };
    default:
      return null;
  }
}

/** A draft with the same in other tones, one below the other. */
const offered = (
  text: string,
  tones: readonly { readonly draft: { readonly text: string } }[] = [],
): Found => ({ what: 'draft', text: [text, ...tones.map(({ draft }) => draft.text)].join('\n') });

const aboutOf = ({ outcome }: { readonly outcome: { readonly products: readonly string[] } }) => ({
  products: outcome.products,
});
