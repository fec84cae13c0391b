import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fitAside } from '../../src/app/fit-aside.js';
import { guardFile, guardLines } from '../../src/app/guard-model.js';
import { learn } from '../../src/app/learned.js';

/** A release of another day is learned beside the running service. */

let root: string;
let folder: string;
beforeAll(() => {
  const base = mkdtempSync(join(tmpdir(), 'shuzhi-fit-'));
  root = join(base, 'release');
  folder = join(base, 'models');
  for (const part of ['names', 'words', 'calendars']) {
    cpSync(join('knowledge', part), join(root, 'knowledge', part), { recursive: true });
  }
  for (const name of ['dialogue_affirm.md', 'dialogue_deny.md']) {
    cpSync(join('knowledge/intents', name), join(root, 'knowledge/intents', name));
  }
  for (const [file, text] of Object.entries(SMALL)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
});
afterAll(() => rmSync(dirname(root), { recursive: true }));

const faq = (title: string, words: string) =>
  [
    '---',
    `title: ${title}`,
    'kind: faq',
    'issuer: 青屿财富',
    'authority: house',
    'effective: 2026-01-01',
    'expires: null',
    'source: 测试手册',
    'verified: true',
    'asks:',
    `  - ${title}`,
    '---',
    words,
    '',
  ].join('\n');

/** As little as can be learned from. */
const SMALL: Readonly<Record<string, string>> = {
  'knowledge/guard/L1.txt': '+ 本金一分不会少。\n- 本产品不保本。\n',
  'knowledge/faq/tea.md': faq('茶几点开', '茶馆早上八点开。'),
  'knowledge/products/none.md': faq('没有产品', '这里没有产品。'),
  'knowledge/regulations/cup.md': faq('能带杯子吗', '可以自带杯子。'),
  'prompts/replies/thanks.md': '---\nid: thanks\npurpose: x\nowner: test\n---\n不客气。\n',
};

describe('the models of another release', () => {
  it('are fitted while the service goes on, and then only read', async () => {
    let served = 0;
    const serving = setInterval(() => (served += 1), 1);
    await fitAside({ of: 'release', root, folder });
    clearInterval(serving);
    expect(served).toBeGreaterThan(10);
    const fitted = readdirSync(folder);
    expect(fitted).toHaveLength(2);
    expect(fitted).toContain(guardFile(guardLines(root)));
    learn(folder, root);
    expect(readdirSync(folder)).toEqual(fitted);
  });

  it('that cannot be fitted are a failure of whoever wanted them', async () => {
    const nowhere = { of: 'release', root: join(root, 'nowhere'), folder } as const;
    await expect(fitAside(nowhere)).rejects.toThrow(/ENOENT/);
  });
});
