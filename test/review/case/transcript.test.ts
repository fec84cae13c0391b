import { describe, expect, it } from '@jest/globals';
import type { EntryLine } from '../../../src/ledger/bundle/format.js';
import {
  transcriptCsv,
  transcriptHtml,
  transcriptOf,
} from '../../../src/review/case/transcript.js';

const line = (actor: string, kind: string, body: object | null): EntryLine => ({
  leaf: 0,
  entry: '',
  seq: 1,
  kind,
  at: Date.parse('2026-03-02T08:05:00Z'),
  actor,
  body: body && JSON.stringify(body),
  salt: null,
});

const label = { producer: '甲银行<b>', conversation: 'talk' };
const rows = (text: string) => transcriptOf([line('customer', 'MessageReceived', { text })]);

describe('a transcript', () => {
  it('tells who said what when, and what an AI said', () => {
    const told = transcriptOf([
      line('customer', 'MessageReceived', { text: '保本吗' }),
      line('assistant', 'ReplyDecided', { statement: { text: '不保本' } }),
      line('assistant', 'DraftBlocked', { draft: { text: '放心，保本' } }),
      line('service', 'SomethingNew', {}),
    ]);
    expect(told).toMatchObject([
      { time: '2026-03-02 16:05', who: '客户', what: '消息', isAi: false, text: '保本吗' },
      { who: '数智员工（AI）', what: '回复', isAi: true, text: '不保本' },
      { what: '拦下的草稿，客户没有看到', isAi: true, text: '放心，保本' },
      { who: '系统', what: 'SomethingNew', isAi: false, text: '' },
    ]);
  });

  it('names the colleague, and says what the customer never saw', () => {
    const by = { id: 'E01', name: '周宁', licences: [] };
    const told = transcriptOf([
      line('advisor', 'AdvisorSaid', { by, statement: { text: '您好' } }),
      line('advisor', 'NoteTaken', { by, text: '下周回访' }),
      line('advisor', 'HandoffResolved', { by, outcome: 'solved', note: '已讲清费用' }),
      line('assistant', 'DraftOffered', { draft: { text: '草稿' } }),
      line('assistant', 'DraftOffered', { draft: null }),
    ]);
    expect(told).toMatchObject([
      { who: '顾问 周宁', what: '顾问回复', text: '您好' },
      { what: '内部备注，客户没有看到', text: '下周回访' },
      { who: '顾问 周宁', text: '已讲清费用' },
      { what: '给顾问的草稿，客户没有看到', isAi: true, text: '草稿' },
      { text: '' },
    ]);
  });

  it('says of destroyed words that they were', () => {
    const [row] = transcriptOf([line('customer', 'MessageReceived', null)]);
    expect(row?.text).toBe('（内容已经销毁）');
  });

  it('is a page in which nothing runs', () => {
    const html = transcriptHtml(rows('<img src=x onerror="alert(1)"><script>1</script>'), label);
    expect(html).not.toMatch(/<script|<img|onerror="/);
    expect(html).toContain("default-src 'none'");
    expect(html).toContain('&lt;script&gt;');
    expect(html).toContain('甲银行&lt;b&gt;');
  });

  it('breaks a word that is wider than the page', () => {
    expect(transcriptHtml(rows('a'.repeat(600)), label)).toMatch(
      /\.text \{[^}]*overflow-wrap: anywhere/,
    );
  });

  it('carries in the file itself that an AI wrote part of it', () => {
    expect(transcriptHtml([], label)).toContain(
      'name="AIGC" content="{&quot;Label&quot;:&quot;1&quot;',
    );
    expect(transcriptCsv([], label)).toContain('""Label"":""1""');
  });

  it.each([
    ...['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '=cmd|"/c calc"!A0'],
    ...['＝1＋1', '＋1', '－1', '＠SUM(A1)', '\u3000＝1', '\u200b=1', '\u202e=1', '\0=1'],
  ])('gives a spreadsheet no formula: %j', (text) => {
    const cells = transcriptCsv(rows(text), label).split('\r\n"1",')[1];
    expect(cells).toContain(`"'${text.replaceAll('"', '""')}"`);
  });

  it('leaves ordinary words as they were said', () => {
    expect(transcriptCsv(rows('3.5%，对吗？"对"'), label)).toContain('"3.5%，对吗？""对"""');
  });
});
