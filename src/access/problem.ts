import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import type { JsonObject } from '../terms/json.js';

/** An error with an HTTP answer (RFC 9457): thrown where a request is read, answered once, here. */
export class Problem extends Error {
  readonly status: number;
  readonly title: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Members beside the standard ones, for a program to read. */
  readonly more: JsonObject;

  constructor(
    status: number,
    title: string,
    headers: Readonly<Record<string, string>> = {},
    more: JsonObject = {},
  ) {
    super(title);
    this.status = status;
    this.title = title;
    this.headers = headers;
    this.more = more;
    this.name = 'Problem';
  }
}

export function sendProblem(res: Response, problem: Problem): void {
  res
    .status(problem.status)
    .set(problem.headers)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        ...problem.more,
        type: 'about:blank',
        title: problem.title,
        status: problem.status,
        instance: `urn:uuid:${randomUUID()}`,
      }),
    );
}

/** What body parsing and routing throw carries its own status; anything else is ours and is 500. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const status = (error as { status?: unknown }).status;
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return new Problem(status, status === 413 ? '请求内容过大' : '请求无法识别');
  }
  return new Problem(500, '刚才没处理成功，请再试一次');
}

/** Last in the chain: no stack and no cause ever leaves. */
export const answerProblems =
  (report: (error: unknown) => void) =>
  (error: unknown, _req: Request, res: Response, next: NextFunction): void => {
    if (res.headersSent) {
      next(error);
      return;
    }
    const problem = asProblem(error);
    if (problem.status >= 500) report(error);
    sendProblem(res, problem);
  };
