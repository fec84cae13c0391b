import { describe, expect, it } from '@jest/globals';
import { pdfAside } from '../../../src/review/case/pdf-aside.js';

const row = (text: string) => ({
  seq: 1,
  time: '2026-03-02 16:05',
  who: '客户',
  what: '消息',
  isAi: false,
  text,
});
const label = { producer: '甲银行', conversation: 'talk' };

describe('a transcript to print', () => {
  it('has its font in it, only as much of it as it needs, and runs nothing', async () => {
    const pdf = await pdfAside([row('保本吗😀')], label);
    const text = pdf.toString('latin1');
    expect(text).toMatch(/^%PDF-1\.\d/);
    expect(text).toContain('/FontFile3');
    expect(text).not.toMatch(/\/(JavaScript|JS|OpenAction|Launch|URI)\b/);
    expect(pdf.length).toBeLessThan(100_000);
  });

  it('goes on over as many pages as it takes', async () => {
    const rows = Array.from({ length: 120 }, () => row('基金不保本，收益会随市场波动。'));
    const pages = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
    expect(pages(await pdfAside([row('一句')], label))).toBe(1);
    expect(pages(await pdfAside(rows, label))).toBeGreaterThan(2);
  });

  it('carries in the file itself that an AI wrote part of it', async () => {
    const pdf = await pdfAside([], label);
    expect(pdf.toString('latin1')).toContain('/AIGC');
  });
});
