import type { paths } from './openapi.js';
import { Refused, Unreachable, refusalIn } from './problem.js';

/** 接口: the staff's API and nothing else, typed by its own document. */

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P] extends { readonly [K in M]: { readonly responses: unknown } }
    ? P
    : never;
}[keyof paths];
type Operation<M extends Method, P extends PathOf<M>> = paths[P][M];

type Json<T> = T extends { readonly content: { readonly 'application/json': infer J } } ? J : never;
type Responses<O> = O extends { readonly responses: infer R } ? R : never;
/** What an operation answers when it is done; undefined: nothing. */
export type Answer<M extends Method, P extends PathOf<M>> =
  | Json<Responses<Operation<M, P>>[keyof Responses<Operation<M, P>> & (200 | 201)]>
  | (Responses<Operation<M, P>> extends { readonly 204: unknown } ? undefined : never);

type Parameters<O> = O extends { readonly parameters: infer A } ? A : never;
type Of<A, K extends string> = A extends { readonly [key in K]: infer V }
  ? { readonly [key in K]: V }
  : A extends { readonly [key in K]?: infer V }
    ? { readonly [key in K]?: Exclude<V, undefined> }
    : unknown;
type BodyOf<O> = O extends { readonly requestBody: infer B } ? { readonly body: Json<B> } : unknown;

export type Asked<M extends Method, P extends PathOf<M>> = Of<Parameters<Operation<M, P>>, 'path'> &
  Of<Parameters<Operation<M, P>>, 'query'> &
  BodyOf<Operation<M, P>> & {
    readonly signal?: AbortSignal;
    /** Sent again under the same key, it is done once. */
    readonly key?: string;
  };

interface ApiEvents {
  /** Said with every change; null: nobody is signed in. */
  readonly csrf: () => string | null;
  /** The session is over. */
  readonly ended: () => void;
  /** Whether the service could be reached at all. */
  readonly reached: (isReached: boolean) => void;
}

export type Call = <M extends Method, P extends PathOf<M>>(
  method: M,
  path: P,
  asked: Asked<M, P>,
) => Promise<Answer<M, P>>;

interface Anything {
  readonly path?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  readonly key?: string;
}

/** Throws Refused with what the service says, and Unreachable when it says nothing. */
export function createCall(events: ApiEvents): Call {
  return async (method, path, asked) => {
    const { signal, ...sent } = asked as Anything;
    const response = await fetch(addressOf(path, sent), {
      method: method.toUpperCase(),
      headers: headersOf(method, sent, events.csrf()),
      ...(sent.body === undefined ? {} : { body: JSON.stringify(sent.body) }),
      ...(signal ? { signal } : {}),
    }).catch((error: unknown) => {
      if (signal?.aborted) throw error;
      events.reached(false);
      throw new Unreachable(error);
    });
    events.reached(true);
    if (response.ok) {
      return (await answerIn(response)) as never;
    }
    const refusal = await refusalIn(response);
    // A wrong password ends nothing.
    if (refusal.status === 401 && !(method === 'post' && path === '/session')) events.ended();
    throw new Refused(refusal);
  };
}

/** A file comes as it is. */
const answerIn = (response: Response): Promise<unknown> => {
  if (response.status === 204) return Promise.resolve(undefined);
  const isFile = response.headers.get('content-type')?.startsWith('application/zip') ?? false;
  return isFile ? response.blob() : response.json();
};

function addressOf(path: string, { path: places = {}, query = {} }: Anything): string {
  const place = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(places[name])),
  );
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  const asked = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  return `/api/v1${place}${given.length > 0 ? `?${asked}` : ''}`;
}

function headersOf(method: Method, { body, key }: Anything, csrf: string | null): HeadersInit {
  return {
    accept: 'application/json',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(method === 'get' || csrf === null ? {} : { 'x-csrf-token': csrf }),
    ...(key === undefined ? {} : { 'idempotency-key': key }),
  };
}
