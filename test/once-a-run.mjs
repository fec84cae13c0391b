import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Where tests of one run keep what they share; it goes with the run.
export default function setUp() {
  process.env.SEEDED_HOUSES = mkdtempSync(join(tmpdir(), 'shuzhi-houses-'));
  globalThis.tearDownRun = () => rmSync(process.env.SEEDED_HOUSES, { recursive: true });
}
