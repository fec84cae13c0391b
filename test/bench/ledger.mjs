// `npm run bench:ledger`: a whole ledger of 1,000,000 entries (`--leaves N`) judged by both verifiers,
// each as an outsider runs it: a process of its own, from the file. Limit: 60 s (reliability.md §2.6).
import { spawnSync } from 'node:child_process';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as form from '../../dist/ledger/bundle/format.js';
import { zipWriter } from '../../dist/ledger/bundle/zip-writer.js';
import { GENESIS_HASH, seal } from '../../dist/ledger/chain.js';
import { signCheckpoint } from '../../dist/ledger/checkpoint.js';
import { hashLeaf } from '../../dist/ledger/merkle.js';
import { growingRoot } from '../../dist/ledger/growing-root.js';
import { noteKey, verifierLine } from '../../dist/ledger/note.js';

const { values } = parseArgs({ options: { leaves: { type: 'string' } } });
const LEAVES = Number(values.leaves ?? 1_000_000);
const LIMIT_S = 60;
const ENTRIES_OF_ONE = 20;
/** So many conversations go on at a time, and their entries come to lie in turn. */
const AT_A_TIME = 500;
const ORIGIN = 'bench/0123456789abcdef';
const KINDS = ['MessageReceived', 'UnderstandingMade', 'ToolCalled', 'ReplyDecided', 'Delivered'];

/** Every entry, as the service seals it, in the order of the tree. */
function* entries() {
  const talks = Array.from({ length: AT_A_TIME }, () => ({ seq: ENTRIES_OF_ONE, hash: '' }));
  for (let leaf = 0, begun = 0; leaf < LEAVES; leaf += 1) {
    const talk = talks[leaf % AT_A_TIME];
    if (talk.seq === ENTRIES_OF_ONE) {
      const stream = createHash('sha256')
        .update(String((begun += 1)))
        .digest('base64url');
      Object.assign(talk, { stream, seq: 0, hash: GENESIS_HASH });
    }
    talk.seq += 1;
    const kind = KINDS[talk.seq % KINDS.length];
    const actor = kind === 'MessageReceived' ? 'customer' : 'assistant';
    const at = 1_790_000_000_000 + leaf * 37;
    const { stream, seq, hash: previousHash } = talk;
    const happening = { origin: 'bench', stream, seq, previousHash, at, kind, actor };
    const salt = createHash('sha256').update(`salt ${leaf}`).digest('hex');
    const { entry, hash } = seal({ ...happening, body: { text: `第 ${leaf} 条` } }, salt);
    talk.hash = hash;
    yield entry;
  }
}

async function write(path, key) {
  const file = openSync(path, 'w');
  const zip = zipWriter((bytes) => void writeSync(file, bytes));
  const files = {};
  const put = async (name, text) => {
    files[name] = createHash('sha256').update(text).digest('hex');
    await zip.add(name, Buffer.from(text));
  };
  const tree = growingRoot();
  let [lines, n] = [[], 0];
  const flush = async () => {
    await put(form.leavesFile(n), lines.map((line) => `${line}\n`).join(''));
    [lines, n] = [[], n + 1];
  };
  for (const entry of entries()) {
    tree.add(hashLeaf(entry));
    lines.push(entry);
    if (lines.length === form.LEAVES_A_FILE) await flush();
  }
  if (lines.length > 0) await flush();
  const checkpoint = { origin: ORIGIN, size: LEAVES, root: tree.root() };
  await put(form.checkpointFile(LEAVES), signCheckpoint(checkpoint, key));
  const manifest = {
    ...{ format: form.LEDGER_FORMAT, id: 'bench', conversation: null, origin: ORIGIN },
    ...{ size: LEAVES, head: null, made: new Date().toISOString(), by: 'bench', why: 'bench' },
    ...{ key: verifierLine(key), aiContent: false, files },
  };
  await zip.add(form.MANIFEST, Buffer.from(JSON.stringify(manifest)));
  await zip.end();
  closeSync(file);
}

const here = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const VERIFIERS = [
  ['shuzhi ledger verify', process.execPath, [here('dist/cli/shuzhi.js'), 'ledger', 'verify']],
  ['verify.py', 'python3', ['-S', here('src/ledger/verify/verify.py')]],
];

const load = () => `${loadavg()[0].toFixed(1)} of ${availableParallelism()}`;

/** Time on the clock, and what the shell says its child took of a processor. */
function timed(command, args) {
  const start = performance.now();
  const script = '"$@"; code=$?; times >&2; exit $code';
  const run = spawnSync('sh', ['-c', script, 'sh', command, ...args], { encoding: 'utf8' });
  const seconds = (performance.now() - start) / 1_000;
  const { stdout, stderr, status } = run;
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stdout}${stderr}`);
  const [user, system] = [
    ...stderr
      .trimEnd()
      .split('\n')
      .at(-1)
      .matchAll(/(\d+)m([\d.]+)s/g),
  ].map(([, minutes, rest]) => Number(minutes) * 60 + Number(rest));
  return { stdout, seconds, cpu: user + system };
}

const folder = mkdtempSync(join(tmpdir(), 'shuzhi-ledger-'));
const path = join(folder, 'ledger.zip');
const say = (line) => process.stdout.write(`${line}\n`);
try {
  const key = noteKey(ORIGIN, generateKeyPairSync('ed25519').privateKey);
  const began = performance.now();
  await write(path, key);
  const mb = (statSync(path).size / 1e6).toFixed(0);
  const made = ((performance.now() - began) / 1_000).toFixed(0);
  say(`${LEAVES} leaves in ${mb} MB, made in ${made} s; load ${load()}`);
  for (const [name, command, args] of VERIFIERS) {
    const given = [...args, path, '--json', '--key', verifierLine(key)];
    const { stdout, seconds, cpu } = timed(command, given);
    const { verdict, entries: seen } = JSON.parse(stdout);
    const held = seconds <= LIMIT_S ? 'within' : 'BEYOND';
    if (seconds > LIMIT_S || seen !== LEAVES) process.exitCode = 1;
    const took = `${seconds.toFixed(1)} s, ${held} ${LIMIT_S} s, ${cpu.toFixed(1)} s of them on a processor`;
    say(`${name}: ${verdict}, ${seen} entries in ${took}; load ${load()}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
