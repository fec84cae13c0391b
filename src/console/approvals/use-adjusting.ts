import { useEffect, useMemo, useState } from 'react';
import { useApi } from '../api/api-context.js';
import type { Plan, Shown, Tried } from './shapes.js';
import { amountsOf } from './shapes.js';

const SETTLED_MS = 250;

type Amounts = ReadonlyMap<string, number>;

export interface Adjusting {
  readonly amounts: Amounts;
  /** What the advisor holds fast while the rest is solved anew. */
  readonly settled: Amounts;
  readonly release: (code: string) => void;
  /** Whether the rest is solved anew around what is changed; else everything stays as it is set. */
  readonly solvesRest: boolean;
  readonly setSolvesRest: (solves: boolean) => void;
  readonly isChanged: boolean;
  readonly set: (code: string, amount: number) => void;
  readonly restore: () => void;
  readonly reason: string;
  readonly setReason: (reason: string) => void;
  /** What the products come to; null: not reckoned yet, or as drafted. */
  readonly tried: Tried | null;
  readonly isTrying: boolean;
}

const NOTHING: Amounts = new Map();

/** The advisor's own products, solved, reckoned and gated anew a moment after each edit. */
export function useAdjusting({ id, draft, todo }: Shown): Adjusting {
  const call = useApi();
  const drafted = useMemo(() => amountsOf(draft), [draft]);
  const [amounts, setAmounts] = useState<Amounts>(drafted);
  const [settled, setSettled] = useState<Amounts>(NOTHING);
  const [solvesRest, setSolvesRest] = useState(true);
  const [reason, setReason] = useState('');
  const [held, setHeld] = useState<{ readonly of: string; readonly tried: Tried } | null>(null);
  const isSolving = solvesRest && settled.size > 0;
  const isChanged = [...new Set([...drafted.keys(), ...amounts.keys()])].some(
    (code) => (drafted.get(code) ?? 0) !== (amounts.get(code) ?? 0),
  );
  const pairs = isSolving ? [...settled] : [...amounts].filter(([, amount]) => amount > 0);
  const asked = JSON.stringify([isSolving, pairs, reason.trim()]);
  const isWanted = todo === 'sign' && (isChanged || isSolving);
  useEffect(() => {
    if (!isWanted) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      const body = bodyOf(asked);
      call('post', '/desk/proposals/{id}/trial', { path: { id }, body, signal: stop.signal })
        .then((tried) => {
          setHeld({ of: asked, tried });
          if (body.settled !== null && tried.plan) setAmounts(amountsOf(tried.plan));
        })
        .catch(() => undefined);
    }, SETTLED_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [asked, isWanted, id, call]);
  return {
    amounts,
    settled: isSolving ? settled : NOTHING,
    release: (code) => setSettled(new Map([...settled].filter(([one]) => one !== code))),
    solvesRest,
    setSolvesRest,
    isChanged,
    set(code, amount) {
      setAmounts(new Map([...amounts, [code, amount]]));
      setSettled(new Map([...settled, [code, amount]]));
    },
    restore() {
      setAmounts(drafted);
      setSettled(NOTHING);
      setReason('');
    },
    reason,
    setReason,
    tried: isWanted && held ? held.tried : null,
    isTrying: isWanted && held?.of !== asked,
  };
}

function bodyOf(asked: string) {
  const [isSolving, pairs, words] = JSON.parse(asked) as [
    boolean,
    readonly [string, number][],
    string,
  ];
  const shares = pairs.map(([code, amount]) => ({ code, amount }));
  return {
    products: isSolving ? null : shares,
    settled: isSolving ? shares : null,
    reason: words === '' ? null : words,
  };
}

/** The plan that would be signed: as adjusted, where that makes a plan. */
export const planAt = ({ changed, draft }: Shown, { tried }: Adjusting): Plan =>
  tried?.plan ?? changed ?? draft;
