import { createContext, useContext } from 'react';
import type { Answer } from '../api/client.js';

export type Session = Answer<'get', '/session'>;
export type Ways = Answer<'get', '/session/ways'>;

/** Where the person stands: not known yet, outside, inside, or inside until a moment ago. */
export type Standing =
  | { readonly kind: 'asking' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'outside'; readonly left: boolean }
  | { readonly kind: 'inside'; readonly session: Session }
  /** What was being written stays on the page while the same person signs in again. */
  | { readonly kind: 'ended'; readonly session: Session };

export interface Inside {
  readonly session: Session;
  readonly signOut: () => void;
  /** Whether the role may do this to anybody's things: for what is shown, never for what is allowed. */
  readonly may: (action: string) => boolean;
}

export const InsideContext = createContext<Inside | null>(null);

/** Only below the sign-in. */
export function useInside(): Inside {
  const inside = useContext(InsideContext);
  if (!inside) throw new Error('nobody is signed in');
  return inside;
}
