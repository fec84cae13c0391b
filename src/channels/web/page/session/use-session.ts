import { useCallback, useEffect, useRef, useState } from 'react';
import { recall, remember } from '../remembered.js';
import { requestSession } from './session.js';
import type { Session, SessionRequest } from './session.js';

/** Where the page stands with the server. `stale`: the old conversation can't be continued safely. */
export type SessionState =
  | { readonly phase: 'starting' }
  | { readonly phase: 'waiting'; readonly problem: 'unreachable' }
  /** `until`: when the server will let this network open conversations again. */
  | { readonly phase: 'waiting'; readonly problem: 'too_many'; readonly until: Date }
  | { readonly phase: 'ready' | 'stale'; readonly session: Session; readonly resumed: boolean };

export const isOpen = (
  state: SessionState,
): state is Extract<SessionState, { readonly session: Session }> =>
  state.phase === 'ready' || state.phase === 'stale';

export interface SessionControl {
  readonly state: SessionState;
  /** Another person is another conversation; null signs out. */
  readonly switchTo: (customer: string | null) => void;
  readonly retry: () => void;
  readonly startAfresh: () => void;
  readonly becomeStale: () => void;
  /** Reads anew who is here; the conversation goes on as it is. */
  readonly reread: () => void;
}

const LONGEST_WAIT_S = 30;

export function useSession(): SessionControl {
  const [state, setState] = useState<SessionState>({ phase: 'starting' });
  const [wish, setWish] = useState<SessionRequest>(rememberedWish);
  const failures = useRef(0);

  useEffect(() => {
    let timer = 0;
    let abandoned = false;
    const ask = async (): Promise<void> => {
      const answer = await requestSession(wish);
      if (abandoned) return;
      if (answer.outcome === 'granted') {
        failures.current = 0;
        const { session } = answer;
        const resumed = wish.resume?.conversationId === session.conversationId;
        remember('conversation', session.conversationId);
        setState({ phase: 'ready', session, resumed });
        return;
      }
      failures.current += 1;
      if (answer.outcome === 'too_many') {
        const until = new Date(Date.now() + answer.retryAfterS * 1000);
        setState({ phase: 'waiting', problem: 'too_many', until });
      } else setState({ phase: 'waiting', problem: 'unreachable' });
      const waitS =
        answer.outcome === 'too_many'
          ? answer.retryAfterS
          : Math.min(LONGEST_WAIT_S, 2 ** failures.current);
      timer = window.setTimeout(() => void ask(), waitS * 1000);
    };
    void ask();
    return () => {
      abandoned = true;
      window.clearTimeout(timer);
    };
  }, [wish]);

  const switchTo = useCallback((customer: string | null) => {
    setState({ phase: 'starting' });
    setWish({ customer });
  }, []);
  const retry = useCallback(() => setWish((old) => ({ ...old })), []);
  const startAfresh = useCallback(() => {
    remember('conversation', null);
    setState({ phase: 'starting' });
    setWish({});
  }, []);
  // What was said stays readable; only going on needs a new start.
  const becomeStale = useCallback(
    () => setState((old) => (old.phase === 'ready' ? { ...old, phase: 'stale' } : old)),
    [],
  );
  const conversationId = isOpen(state) ? state.session.conversationId : null;
  const reread = useCallback(() => {
    if (conversationId === null) return;
    void requestSession({ resume: { conversationId } }).then((answer) => {
      if (answer.outcome !== 'granted') return;
      const { customer } = answer.session;
      setState((old) =>
        isOpen(old) && answer.session.conversationId === old.session.conversationId
          ? { ...old, session: { ...old.session, customer } }
          : old,
      );
    });
  }, [conversationId]);
  return { state, switchTo, retry, startAfresh, becomeStale, reread };
}

function rememberedWish(): SessionRequest {
  const conversationId = recall('conversation');
  return conversationId === null ? {} : { resume: { conversationId } };
}
