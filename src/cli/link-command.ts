import { chmodSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';

/**
 * Run by the build: `npx shuzhi` finds the command here. A `bin` of package.json would have npx install
 * the folder into its cache first, and so build everything anew beneath a running service.
 */

const COMMAND = 'dist/cli/shuzhi.js';
const LINK = 'node_modules/.bin/shuzhi';

chmodSync(COMMAND, 0o755);
mkdirSync('node_modules/.bin', { recursive: true });
rmSync(LINK, { force: true });
symlinkSync(`../../${COMMAND}`, LINK);
