/** Unit, table, golden and property tests need only Node; test/e2e says itself what else it needs. */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  // exceljs and docx are slow to load twice; one process a core is enough for the whole suite.
  maxWorkers: '100%',
  // Answers are asserted, never times: this only ends what hangs, also on a machine that is busy.
  testTimeout: 600000,
};
