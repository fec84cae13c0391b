import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Action, Holder, Relation } from '../permissions.js';
import type { Subject } from '../staff/sessions.js';

/** Who asks at the staff's door. */
export interface Caller {
  /** A staff id, or `terminal`. */
  readonly id: string;
  readonly holder: Holder;
  /** Null: the command line on the machine itself. */
  readonly staff: Subject | null;
  /** A browser's cookie came along by itself: a change asks for more than that. */
  readonly byCookie: boolean;
}

type Given<S extends z.ZodType | undefined> = S extends z.ZodType ? z.output<S> : undefined;
type Schema = z.ZodType | undefined;

/** One request, parsed and allowed. */
export interface Call<P extends Schema, Q extends Schema, B extends Schema, C = Caller> {
  readonly caller: C;
  readonly params: Given<P>;
  readonly query: Given<Q>;
  readonly body: Given<B>;
  readonly req: Request;
  /** For headers, and for answers that are no JSON value: what `run` has begun to send is left alone. */
  readonly res: Response;
}

/** What every endpoint says of itself; the OpenAPI document is made of it. */
interface Described<P extends Schema, Q extends Schema, B extends Schema, A extends Schema> {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below `/api/v1`, as OpenAPI writes it: `/staff/{id}/lock`. */
  readonly path: `/${string}`;
  readonly tag: string;
  readonly summary: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** The largest body, as express writes it; absent: 64kb. */
  readonly bodyLimit?: string;
  /** Absent: 200, and 204 without `answer`. */
  readonly status?: number;
  /** What is not in it does not leave. Absent: an empty answer, or one that `run` sends itself. */
  readonly answer?: A;
  /** What is answered must be kept nowhere: an `Idempotency-Key` is not heeded. */
  readonly secretAnswer?: boolean;
  /** Expected refusals besides 400, 401, 403 and 404. */
  readonly refusals?: readonly number[];
}

type Answer<A extends Schema> = A extends z.ZodType ? Promise<z.input<A>> : Promise<void>;

interface Guarded<
  P extends Schema,
  Q extends Schema,
  B extends Schema,
  A extends Schema,
> extends Described<P, Q, B, A> {
  /** The line of the permission table this stands or falls with. */
  readonly needs: Action;
  /** Whose the thing is, for the caller; null: there is no such thing. Absent: the house's. */
  readonly relation?: (call: Call<P, Q, B>) => Promise<Relation | null> | Relation | null;
  /** The page asks by itself, nobody touched anything: a session does not stay awake by it. */
  readonly background?: boolean;
  readonly run: (call: Call<P, Q, B>) => Answer<A>;
}

interface Open<
  P extends Schema,
  Q extends Schema,
  B extends Schema,
  A extends Schema,
> extends Described<P, Q, B, A> {
  readonly run: (call: Call<P, Q, B, Caller | null>) => Answer<A>;
}

/** An endpoint whatever its schemas are. `needs` is null where nobody need be signed in. */
export interface Endpoint extends Described<Schema, Schema, Schema, Schema> {
  readonly needs: Action | null;
  readonly relation?: (
    call: Call<Schema, Schema, Schema>,
  ) => Promise<Relation | null> | Relation | null;
  readonly background?: boolean;
  readonly run: (call: Call<Schema, Schema, Schema, Caller | null>) => Promise<unknown>;
}

/** An endpoint for whoever the permission table lets; there is no way to declare none. */
export const endpoint = <
  P extends Schema = undefined,
  Q extends Schema = undefined,
  B extends Schema = undefined,
  A extends Schema = undefined,
>(
  spec: Guarded<P, Q, B, A>,
): Endpoint => spec as unknown as Endpoint;

/** The few endpoints in front of the door: signing in, and asking how that is done. */
export const openEndpoint = <
  P extends Schema = undefined,
  Q extends Schema = undefined,
  B extends Schema = undefined,
  A extends Schema = undefined,
>(
  spec: Open<P, Q, B, A>,
): Endpoint => ({ ...spec, needs: null }) as unknown as Endpoint;
