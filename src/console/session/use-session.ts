import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Call } from '../api/client.js';
import { createCall } from '../api/client.js';
import { Refused } from '../api/problem.js';
import { forgetWritten } from '../written.js';
import type { TabNews } from './other-tabs.js';
import { useOtherTabs } from './other-tabs.js';
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
  const hear = useRef<(news: TabNews) => void>(() => undefined);
  const tell = useOtherTabs((news) => hear.current(news));
  const call = useMemo<Call>(() => {
    const own = createCall({
      csrf: () => held.current?.csrf ?? null,
      ended: () => {
        const session = held.current;
        if (!session) return;
        place({ kind: 'ended', session });
        tell({ kind: 'ended' });
      },
      reached,
    });
    return async (method, path, asked) => {
      const answer = await own(method, path, asked);
      // Asking who one is does not keep a session awake.
      if (!(method === 'get' && path === '/session')) touched.current = Date.now();
      return answer;
    };
  }, [place, reached, tell]);
  const admit = useCallback((session: Session) => {
    touched.current = Date.now();
    setStanding((before) => {
      // Nothing of one person's is left on the page for another.
      const another = 'session' in before && before.session.staff.id !== session.staff.id;
      if (another) {
        forgetWritten();
        window.location.reload();
      }
      return another ? before : { kind: 'inside', session };
    });
    held.current = session;
  }, []);
  const entered = useCallback(
    (session: Session) => {
      admit(session);
      tell({ kind: 'entered' });
    },
    [admit, tell],
  );
  const ask = useCallback(() => {
    // First whether anybody is: who is not signed in has asked for nothing wrong.
    call('get', '/session/ways', {})
      .then(async ({ signedIn }) => {
        if (signedIn || held.current) admit(await call('get', '/session', {}));
        else setStanding((before) => (isSettled(before) ? before : OUTSIDE));
      })
      .catch((error: unknown) =>
        // Whoever is inside stays there, whatever the line does.
        setStanding((before) => (isSettled(before) ? before : outsideBecause(error))),
      );
  }, [call, admit]);
  useEffect(ask, [ask]);
  const look = useCallback(() => {
    if (held.current) call('get', '/session', {}).catch(() => undefined);
  }, [call]);
  useLooking(look);
  const leave = useCallback(() => {
    forgetWritten();
    place({ kind: 'outside', left: true });
  }, [place]);
  hear.current = ({ kind }) => {
    if (kind === 'left') leave();
    else if (kind === 'entered') ask();
    else look();
  };
  const signOut = useCallback(() => {
    forgetWritten();
    call('delete', '/session', {})
      .catch(() => undefined)
      .finally(() => {
        leave();
        tell({ kind: 'left' });
      });
  }, [call, leave, tell]);
  const touchedAt = useCallback(() => touched.current, []);
  return { standing, call, entered, signOut, ask, touchedAt };
}

/** A right that is taken away is gone from every page within this (reliability.md A6). */
const LOOK_EVERY_MS = 5_000;

/** Whoever looks at the page, or comes back to it, learns soon that they were put out meanwhile. */
function useLooking(look: () => void): void {
  useEffect(() => {
    const seen = (): void => {
      if (document.visibilityState === 'visible') look();
    };
    const timer = setInterval(seen, LOOK_EVERY_MS);
    window.addEventListener('focus', look);
    // From the browser's memory of pages, by its back button.
    window.addEventListener('pageshow', look);
    document.addEventListener('visibilitychange', seen);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', look);
      window.removeEventListener('pageshow', look);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [look]);
}

const isSettled = ({ kind }: Standing): boolean => kind !== 'asking' && kind !== 'unreachable';

const OUTSIDE: Standing = { kind: 'outside', left: false };

const outsideBecause = (error: unknown): Standing =>
  error instanceof Refused ? OUTSIDE : { kind: 'unreachable' };
