import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parseInstitution } from '../../src/terms/institution.js';

const shipped = readFileSync(
  new URL('../../knowledge/demonstration/institution.yaml', import.meta.url),
  'utf8',
);

describe('an institution file', () => {
  it('gives name, look and hours of the demonstration institution', () => {
    expect(parseInstitution(shipped)).toMatchObject({
      name: '青屿财富',
      assistant: { name: '小屿', initial: '屿' },
      hours: { weekdays: [1, 2, 3, 4, 5] },
      hosts: [],
    });
  });

  it('says that the demonstration institution is made up', () => {
    expect(parseInstitution(shipped)).toMatchObject({ legalName: expect.stringContaining('虚构') });
  });

  it.each([
    ['a colour that is none', shipped.replace("'#1F5FA8'", 'blue'), 'accent'],
    ['an hour that is none', shipped.replace("'09:00'", "'nine'"), 'hours'],
    ['a day beyond Sunday', shipped.replace('[1, 2, 3, 4, 5]', '[1, 8]'), 'hours'],
    ['a misspelt key', `${shipped}colour: red\n`, 'colour'],
    ['a missing name', shipped.replace(/^name: .*$/m, ''), 'name'],
  ])('is refused with the place that is wrong: %s', (_, yaml, place) => {
    const parsed = parseInstitution(yaml);
    expect(parsed).toEqual(expect.stringContaining(place));
    expect(parsed).not.toContain('\n');
  });

  it('is refused in one line when it is no YAML', () => {
    expect(parseInstitution('name: [')).toMatch(/^not YAML \(.+\)$/);
  });
});
