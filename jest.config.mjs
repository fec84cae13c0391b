// Tests run what ships: `src/` imports are answered by the build in `dist/`, so that worker
// threads, child processes and package paths are the real ones.
export default {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/once-a-run.mjs',
  globalTeardown: '<rootDir>/test/after-the-run.mjs',
  extensionsToTreatAsEsm: ['.ts'],
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  // These have commands of their own, `test:browser`, `test:crash`, `test:dialogues` and `test:long`,
  // which CI runs too.
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/test/browser/',
    '<rootDir>/test/crash/(handoff|ledger|proposal)\\.test',
    '<rootDir>/test/dialogues/',
    '\\.long\\.test\\.ts$',
  ],
  modulePathIgnorePatterns: ['<rootDir>/data/'],
  moduleNameMapper: {
    '^(?:\\.\\./)+src/(.*)\\.js$': '<rootDir>/dist/$1.js',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  testTimeout: 60_000,
  // Modules of finished files stay in memory: a worker that has grown is replaced, or it slows to a crawl.
  maxWorkers: 2,
  workerIdleMemoryLimit: '1.5GB',
};
