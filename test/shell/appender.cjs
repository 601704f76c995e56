/**
 * Run by a test in its own process: appends batches to a ledger. `many FILE WHO COUNT SIZE` appends COUNT batches and
 * says so after each; `die FILE` is killed by itself in the middle of a batch, after two of its events are written.
 */

const { transformFileSync } = require('@swc/core');

const options = { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } };
require.extensions['.ts'] = (module, file) => module._compile(transformFileSync(file, options).code, file);

const { openSqliteLedger } = require('../../src/shell/sqlite-ledger.ts');

const [mode, file, who = 'x', count = '1', size = '1'] = process.argv.slice(2);
const NOW = '2026-03-15T01:00:00.000Z';
const event = (text) => ({
  fact: { kind: 'narrative', plan: 'ke-hoach-mau', unit: who, period: '2026-Q1', section: 'V', text },
  statedAt: null,
  sample: false,
});

(async () => {
  const ledger = openSqliteLedger(file);
  if (mode === 'die') {
    const last = { statedAt: null, sample: false };
    Object.defineProperty(last, 'fact', { get: () => process.kill(process.pid, 'SIGKILL') });
    await ledger.append([event('dở dang 1'), event('dở dang 2'), last], NOW);
  }
  for (let batch = 1; batch <= Number(count); batch++) {
    const events = Array.from({ length: Number(size) }, (_, i) => event(`Nội dung mẫu ${batch}.${i + 1}`));
    await ledger.append(events, NOW);
    process.stdout.write(`${batch}\n`);
  }
  await ledger.close();
})();
