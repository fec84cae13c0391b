import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadIntents } from '../../src/agent/understand/intents.js';
import { BUILT_MODELS } from '../../src/app/kept-model.js';
import { openRouter, routerFile } from '../../src/app/router.js';
import { shippedLessons } from '../../src/app/shipped-lessons.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shuzhi-router-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const of = (label: string, ...texts: string[]) => texts.map((text) => ({ label, text }));
const known = [
  ...of('fees', '费用多少', '手续费多少', '费率是多少', '要交什么费'),
  ...of('thanks', '谢谢', '多谢', '谢谢你', '感谢'),
];
const lessonsOf = (examples: typeof known) => ({
  sources: examples.map(({ label, text }) => `${label} ${text}`),
  examples: () => examples,
});
const lessons = lessonsOf(known);

describe('a router', () => {
  it('is trained once and then read, and answers the same', () => {
    const trained = openRouter(lessons, folder);
    const [file] = readdirSync(folder);
    const read = openRouter(lessons, folder);
    expect(readdirSync(folder)).toEqual([file]);
    expect(read.rank('费用高吗')).toEqual(trained.rank('费用高吗'));
    expect(read.rank('谢谢啊')[0]?.label).toBe('thanks');
  });

  it('is trained anew when a line changes', () => {
    openRouter(lessons, folder);
    const changed = openRouter(
      lessonsOf([...known, ...of('risk', '风险大吗', '风险高不高', '风险大')]),
      folder,
    );
    expect(readdirSync(folder)).toHaveLength(2);
    expect(changed.rank('风险大不大')[0]?.label).toBe('risk');
  });

  it('is trained anew when its file is damaged', () => {
    openRouter(lessons, folder);
    for (const file of readdirSync(folder)) writeFileSync(join(folder, file), 'not a model');
    expect(openRouter(lessons, folder).rank('谢谢')[0]?.label).toBe('thanks');
  });

  it('of what ships is made by the build, so that a start only reads it', () => {
    const shipped = shippedLessons(loadIntents('knowledge/intents'));
    const neverMade = () => {
      throw new Error('a start must not train');
    };
    const router = openRouter({ ...shipped, examples: neverMade }, folder);
    expect(readdirSync(BUILT_MODELS)).toContain(routerFile(shipped));
    expect(router.rank('基金赎回几天到账')[0]?.label).toBe('knowledge_arrival');
  });
});
