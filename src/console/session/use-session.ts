import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Call } from '../api/client.js';
import { createCall } from '../api/client.js';
import { Refused } from '../api/problem.js';
import { forgetWritten } from '../written.js';
import type { Session, Standing } from './session.js';

export interface Entrance {
  readonly standing: Standing;
  readonly call: Call;
  /** A session has begun here. */
  readonly entered: (session: Session) => void;
  readonly signOut: () => void;
  readonly ask: () => void;
  /** When somebody last did something the service noticed. */
  readonly touchedAt: () => number;
}

/** Who is signed in, and the way to the API that knows it. */
export function useSession(reached: (isReached: boolean) => void): Entrance {
  const [standing, setStanding] = useState<Standing>({ kind: 'asking' });
  const held = useRef<Session | null>(null);
  const touched = useRef(Date.now());
  const place = useCallback((next: Standing) => {
    held.current = next.kind === 'inside' ? next.session : null;
    setStanding(next);
  }, []);
  const call = useMemo<Call>(() => {
    const own = createCall({
      csrf: () => held.current?.csrf ?? null,
      ended: () => {
        const session = held.current;
        if (session) place({ kind: 'ended', session });
      },
      reached,
    });
    return async (method, path, asked) => {
      const answer = await own(method, path, asked);
      // Asking who one is does not keep a session awake.
      if (!(method === 'get' && path === '/session')) touched.current = Date.now();
      return answer;
    };
  }, [place, reached]);
  const entered = useCallback((session: Session) => {
    touched.current = Date.now();
    setStanding((before) => {
      // Nothing of one person's is left on the page for another.
      const another = before.kind === 'ended' && before.session.staff.id !== session.staff.id;
      if (another) {
        forgetWritten();
        window.location.reload();
      }
      return another ? before : { kind: 'inside', session };
    });
    held.current = session;
  }, []);
  const ask = useCallback(() => {
    // First whether anybody is: who is not signed in has asked for nothing wrong.
    call('get', '/session/ways', {})
      .then(async ({ signedIn }) => {
        if (signedIn || held.current) entered(await call('get', '/session', {}));
        else setStanding((before) => (isSettled(before) ? before : OUTSIDE));
      })
      .catch((error: unknown) =>
        // Whoever is inside stays there, whatever the line does.
        setStanding((before) => (isSettled(before) ? before : outsideBecause(error))),
      );
  }, [call, entered]);
  useEffect(ask, [ask]);
  useEffect(() => {
    // Whoever comes back to the tab learns at once that they were put out meanwhile.
    const look = (): void => {
      if (held.current) call('get', '/session', {}).catch(() => undefined);
    };
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [call]);
  const signOut = useCallback(() => {
    forgetWritten();
    call('delete', '/session', {})
      .catch(() => undefined)
      .finally(() => place({ kind: 'outside', left: true }));
  }, [call, place]);
  const touchedAt = useCallback(() => touched.current, []);
  return { standing, call, entered, signOut, ask, touchedAt };
}

const isSettled = ({ kind }: Standing): boolean => kind !== 'asking' && kind !== 'unreachable';

const OUTSIDE: Standing = { kind: 'outside', left: false };

const outsideBecause = (error: unknown): Standing =>
  error instanceof Refused ? OUTSIDE : { kind: 'unreachable' };
