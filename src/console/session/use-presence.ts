import { useEffect, useState } from 'react';
import type { Call } from '../api/client.js';
import type { Session } from './session.js';

const SECOND = 1_000;
const SAY_EVERY = 60 * SECOND;
/** The service marks a session at most once a minute: it may think we left a minute earlier. */
const SLACK = 60 * SECOND;
const WARN_BEFORE = 120 * SECOND;

/** Whole seconds until the session ends by itself; null: there is no need to speak of it. */
export interface Ending {
  readonly seconds: number;
  /** However busy one is: nothing puts it off. */
  readonly isFinal: boolean;
}

/**
 * Reading and typing keep a session awake too; whoever does neither is warned two minutes before it
 * ends, and may go on.
 */
export function usePresence(session: Session, call: Call, touchedAt: () => number): Ending | null {
  const [ending, setEnding] = useState<Ending | null>(null);
  useEffect(() => {
    let movedAt = 0;
    const moved = (): void => {
      movedAt = Date.now();
    };
    const look = (): void => {
      const now = Date.now();
      if (movedAt > touchedAt() && now - touchedAt() >= SAY_EVERY) {
        call('post', '/session/presence', {}).catch(() => undefined);
      }
      const next = endingAt(session, touchedAt(), now);
      setEnding(next);
      if (next?.seconds === 0) call('get', '/session', {}).catch(() => undefined);
    };
    const timer = setInterval(look, SECOND);
    window.addEventListener('pointerdown', moved);
    window.addEventListener('keydown', moved);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pointerdown', moved);
      window.removeEventListener('keydown', moved);
    };
  }, [session, call, touchedAt]);
  return ending;
}

function endingAt({ endsAt, idleSeconds }: Session, touched: number, now: number): Ending | null {
  const end = Date.parse(endsAt);
  const idleEnd = touched + idleSeconds * SECOND - SLACK;
  const until = Math.min(end, idleEnd) - now;
  if (until > WARN_BEFORE) return null;
  return { seconds: Math.max(0, Math.ceil(until / SECOND)), isFinal: end <= idleEnd };
}
