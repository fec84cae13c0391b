import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { shuzhi } from './run-shuzhi.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shuzhi-names-'));
  const cores = [
    '成长优选',
    '稳健回报',
    '科技先锋',
    '消费升级',
    '医药健康',
    '价值精选',
    '红利低波',
  ];
  const names = ['青山', '绿水'].flatMap((brand) =>
    cores.flatMap((core) => ['A', 'C'].map((share) => `${brand}${core}混合${share}`)),
  );
  const rows = names.map((name, at) => `${String(at + 1).padStart(6, '0')},${name},混合型`);
  writeFileSync(join(folder, 'catalogue.csv'), `code,name,type\n${rows.join('\n')}\n`);
  writeFileSync(join(folder, 'empty.csv'), 'code,title\n000001,青山\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

const names = (file: string) =>
  shuzhi(['eval', 'names', '--catalogue', join(folder, file), '--json']);

interface Form {
  readonly form: string;
  readonly top1: number;
  readonly shared: number;
  readonly shared_asked: number | null;
}

describe('shuzhi eval names', () => {
  it('tells how names are known by the way they are put', async () => {
    const { code, stdout } = await names('catalogue.csv');
    const figures = JSON.parse(stdout) as { products: number; forms: readonly Form[] };
    expect([code, figures.products]).toEqual([0, 28]);
    const form = (id: string) => figures.forms.find((one) => one.form === id);
    for (const id of ['code', 'full', 'spoken', 'spelled']) expect(form(id)?.top1).toBe(1);
    expect(form('shareless')).toMatchObject({ shared: 28, shared_asked: 1 });
  });

  it('gives the same figures every time', async () => {
    const [one, other] = await Promise.all([names('catalogue.csv'), names('catalogue.csv')]);
    const forms = ({ stdout }: { stdout: string }) =>
      (JSON.parse(stdout) as { forms: unknown }).forms;
    expect(forms(one)).toEqual(forms(other));
  });

  it('says in one line what a catalogue lacks', async () => {
    const { code, stderr } = await names('empty.csv');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^shuzhi: .*columns code,name are needed.*\n$/);
  });
});
