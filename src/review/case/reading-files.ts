import { readFileSync } from 'node:fs';
import type { EntryLine } from '../../ledger/bundle/format.js';
import { pdfAside } from './pdf-aside.js';
import { versionsInForce, wordingsInForce } from './in-force.js';
import type { AiLabel } from './transcript.js';
import { transcriptCsv, transcriptHtml, transcriptOf } from './transcript.js';

/** The verifier that goes along; it is no part of this program and shares nothing with it. */
const VERIFIER = new URL('../../../src/ledger/verify/verify.py', import.meta.url);
const PROMPTS = new URL('../../../prompts', import.meta.url).pathname;

/** What is in a bundle for people to read; the record of the export names every one of these files. */
export async function readingFiles(
  entries: readonly EntryLine[],
  label: AiLabel,
  keyLine: string,
): Promise<ReadonlyMap<string, Buffer>> {
  const rows = transcriptOf(entries);
  const files = new Map<string, Buffer>([
    ['VERIFY.txt', Buffer.from(instructions(keyLine))],
    ['transcript.csv', Buffer.from(transcriptCsv(rows, label))],
    ['transcript.html', Buffer.from(transcriptHtml(rows, label))],
    ['transcript.pdf', await pdfAside(rows, label)],
    ['verify.py', readFileSync(VERIFIER)],
    ['versions.json', Buffer.from(`${JSON.stringify(versionsInForce(entries), null, 1)}\n`)],
  ]);
  for (const [name, text] of wordingsInForce(PROMPTS, entries)) files.set(`prompts/${name}`, text);
  return files;
}

const instructions = (keyLine: string): string => `怎样核验这个案卷包

1. 先从本机构公布的渠道取得账本公钥（不要用包里的）。包里写的公钥是：
   ${keyLine}
2. 在一台没有联网的电脑上运行（Python 3.8 或更新的版本）：
   python3 verify.py 案卷包.zip --key '公钥那一行'
3. 如果您手里有更早的检查点文件，再加上 --checkpoint 文件名。

结果：0 完好；1 被改动过，并指出从第几条开始；2 不完整；3 无法判断。
verify.py 是独立的程序，您也可以请别人另写一个：格式是公开的（RFC 6962 Merkle 树，
C2SP signed-note、tlog-checkpoint、tlog-proof，RFC 8785 规范 JSON）。
`;
