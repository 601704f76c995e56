/**
 * Run by a test in its own process, on the ledger at URL: `many URL WHO COUNT SIZE` appends COUNT batches and says so
 * after each; `die URL WHO SIZE` is killed by itself in the middle of a batch, when SIZE of its events are given over;
 * `hold URL NAME` holds the lock of that name until it is killed.
 */

const { transformFileSync } = require('@swc/core');

const options = { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } };
require.extensions['.ts'] = (module, file) => module._compile(transformFileSync(file, options).code, file);

const [mode, url, who = 'x', count = '1', size = '1'] = process.argv.slice(2);
const NOW = '2026-03-15T01:00:00.000Z';
const event = (text) => ({
  fact: { kind: 'narrative', plan: 'ke-hoach-mau', unit: who, period: '2026-Q1', section: 'V', text },
  statedAt: null,
  sample: false,
});

const open = async () =>
  url.startsWith('sqlite:')
    ? require('../../src/shell/sqlite-ledger.ts').openSqliteLedger(url.slice('sqlite:'.length))
    : require('../../src/shell/postgres-ledger.ts').openPostgresLedger(url);

(async () => {
  const ledger = await open();
  if (mode === 'hold')
    await ledger.exclusively(who, () => {
      process.stdout.write('giữ\n');
      process.stdin.resume(); // a pipe that nobody writes to keeps the process alive
      return new Promise(() => undefined);
    });
  if (mode === 'die') {
    const last = { statedAt: null, sample: false };
    Object.defineProperty(last, 'fact', { get: () => process.kill(process.pid, 'SIGKILL') });
    await ledger.append([...Array.from({ length: Number(count) }, (_, i) => event(`dở dang ${i}`)), last], NOW);
  }
  if (mode === 'many')
    for (let batch = 1; batch <= Number(count); batch++) {
      const events = Array.from({ length: Number(size) }, (_, i) => event(`Nội dung mẫu ${batch}.${i + 1}`));
      await ledger.append(events, NOW);
      process.stdout.write(`${batch}\n`);
    }
  await ledger.close();
})();
