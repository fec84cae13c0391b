import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openRouter } from '../../src/app/router.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shuzhi-router-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const of = (label: string, ...texts: string[]) => texts.map((text) => ({ label, text }));
const examples = [
  ...of('fees', '费用多少', '手续费多少', '费率是多少', '要交什么费'),
  ...of('thanks', '谢谢', '多谢', '谢谢你', '感谢'),
];

describe('a router', () => {
  it('is trained once and then read, and answers the same', () => {
    const trained = openRouter(examples, folder);
    const [file] = readdirSync(folder);
    const read = openRouter(examples, folder);
    expect(readdirSync(folder)).toEqual([file]);
    expect(read.rank('费用高吗')).toEqual(trained.rank('费用高吗'));
    expect(read.rank('谢谢啊')[0]?.label).toBe('thanks');
  });

  it('is trained anew when a line changes', () => {
    openRouter(examples, folder);
    const changed = openRouter([...examples, ...of('risk', '风险大吗', '风险高不高')], folder);
    expect(readdirSync(folder)).toHaveLength(2);
    expect(changed.rank('风险大不大')[0]?.label).toBe('risk');
  });

  it('is trained anew when its file is damaged', () => {
    openRouter(examples, folder);
    for (const file of readdirSync(folder)) writeFileSync(join(folder, file), 'not a model');
    expect(openRouter(examples, folder).rank('谢谢')[0]?.label).toBe('thanks');
  });
});
