/** Run by a test in its own process and time zone: prints the hash of the sample. */

const { createHash } = require('node:crypto');
const { transformFileSync } = require('@swc/core');

const options = { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } };
require.extensions['.ts'] = (module, file) => module._compile(transformFileSync(file, options).code, file);

const { renderXlsx } = require('../../../src/render/xlsx/render-xlsx.ts');
const { sampleWorkbook } = require('./sample-workbook.ts');
const { styles } = require('./styles.ts');

const hash = (content) => createHash('sha256').update(content).digest('hex');

(async () => {
  const workbook = sampleWorkbook();
  process.stdout.write(JSON.stringify([hash(await renderXlsx(workbook, styles))]));
})();
