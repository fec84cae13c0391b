import canonicalizeModule from 'canonicalize';
import type { Json } from '../terms/json.js';

// The package is CommonJS; its typings and its runtime disagree on where the function sits.
const serialise = canonicalizeModule as unknown as (value: unknown) => string | undefined;

/** Canonical JSON (RFC 8785): the same value always gives the same bytes. */
export function canonical(value: Json | object): string {
  const text = serialise(value);
  if (text === undefined) throw new TypeError('this value has no JSON form');
  return text;
}
