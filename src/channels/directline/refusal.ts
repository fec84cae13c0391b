import type { Request, Response } from 'express';
import { asProblem } from '../../access/problem.js';

/** An error in Direct Line's own form: `{error: {code, message}}`. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'Refused';
    this.status = status;
    this.code = code;
  }
}

/** Last in the chain: no stack and no cause ever leaves. */
export const answerErrors =
  (report: (error: unknown) => void) =>
  (error: unknown, _req: Request, res: Response, _next: unknown): void => {
    if (error instanceof Refused) return sendError(res, error);
    const problem = asProblem(error);
    if (problem.status >= 500) report(error);
    res.set(problem.headers);
    const code =
      problem.status === 429
        ? 'TooManyRequests'
        : problem.status < 500
          ? 'BadArgument'
          : 'ServerError';
    sendError(res, new Refused(problem.status, code, problem.title));
  };

export const sendError = (res: Response, { status, code, message }: Refused): void => {
  res.status(status).json({ error: { code, message } });
};
