import { describe, expect, it } from '@jest/globals';
import { startFailure } from '../../src/app/start-failure.js';

const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), {
  code: 'ECONNREFUSED',
});

describe('what a person reads when the service cannot start', () => {
  it.each([
    ['a message alone', new Error('no'), 'no'],
    [
      'the cause behind it',
      new Error('PostgreSQL cannot be opened', { cause: refused }),
      'PostgreSQL cannot be opened: connect ECONNREFUSED 127.0.0.1:5432',
    ],
    [
      'one of several addresses that failed',
      new Error('fetch failed', { cause: new AggregateError([refused, refused]) }),
      'fetch failed: connect ECONNREFUSED 127.0.0.1:5432',
    ],
    ['nothing twice', new Error('a: b', { cause: new Error('b') }), 'a: b'],
    ['one line', new Error('a\n  b'), 'a b'],
    [
      'what to do about a taken port',
      Object.assign(new Error('listen EADDRINUSE'), { code: 'EADDRINUSE' }),
      'the port is already in use (set PORT)',
    ],
    ['at least a name', new TypeError(), 'TypeError'],
    ['what was thrown, when it is no error', 'odd', 'odd'],
  ])('is %s', (_, error, line) => {
    expect(startFailure(error)).toBe(line);
  });
});
