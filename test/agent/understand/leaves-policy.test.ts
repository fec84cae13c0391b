import { describe, expect, it } from '@jest/globals';
import { leavesPolicy } from '../../../src/agent/understand/leaves-policy.js';

describe('row 31: a policy that is not wanted any more', () => {
  it.each(['不想要这份保单了', '那份重疾险我后悔了', '我想退保', '上周买的保险不想交了'])(
    '%s',
    (text) => {
      expect(leavesPolicy(text)).toBe(true);
    },
  );

  it.each(['我不想买保险', '别给我推保险，不要买', '基金我后悔了', '怎么退保'])(
    'is not: %s',
    (text) => {
      expect(leavesPolicy(text)).toBe(false);
    },
  );
});
