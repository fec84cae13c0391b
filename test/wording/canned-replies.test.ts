import { describe, expect, it } from '@jest/globals';
import { inspect } from '../../src/compliance/guard.js';
import { readCannedReplies } from '../../src/wording/canned-replies.js';

/** 话术库: what compliance has passed can be sent as it stands. */

const canned = readCannedReplies('knowledge/canned/replies.yaml');
const TODAY = '2026-11-26';

describe('canned replies', () => {
  it('are all fit to be sent by an advisor, and have a reviewer and a day', () => {
    const all = canned.find('', TODAY);
    expect(all.length).toBeGreaterThan(10);
    for (const { text, reviewer, reviewed } of all) {
      const context = { speaker: 'advisor' as const, facts: [], passages: [], allowedHosts: [] };
      expect([text, inspect(text, context)]).toEqual([text, []]);
      expect([reviewer, reviewed]).toEqual([expect.any(String), expect.stringMatching(/^2026-/)]);
    }
  });

  it('are found by their occasion, and not offered before or after their days', () => {
    expect(canned.find('测评', TODAY).map(({ id }) => id)).toContain('reassess');
    expect(canned.find('', '2026-11-01')).toEqual([]);
    expect(canned.find('', '2028-01-01')).toEqual([]);
  });
});
