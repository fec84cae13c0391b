import { describe, expect, it } from '@jest/globals';
import { feeVerdict } from '../../../src/agent/compose/fee-verdict.js';
import { feeLines } from '../../../src/wording/fee-table.js';
import { TODAY, demoProduct } from '../../demo/demo-shelf.js';

const said = (code: string, words: string, only = '') =>
  feeVerdict(
    feeLines(demoProduct(code), TODAY).filter(({ label }) => only === '' || label === only),
    words,
  );

describe('whether something is charged', () => {
  it.each([
    ['QY0022', '是不是啥费都不收', '不是都不收：不收申购费，赎回费要看放多久'],
    ['QY0003', '收钱不', '不收申购费、赎回费，管理费、托管费、销售服务费按天从净值里扣。'],
    ['QY0003', '扣不扣手续费', '不收申购费、赎回费'],
  ])('%s: 「%s」', (code, words, part) => expect(said(code, words)).toContain(part));

  it('is a plain no of one fee that is charged to nobody', () =>
    expect(said('QY0080', '收赎回费吗', '赎回费')).toBe('不收赎回费。'));

  it.each(['申购费多少', '手续费怎么收', '申购费打折吗'])('is not asked by %s', (words) =>
    expect(said('QY0021', words)).toBe(''),
  );
});
