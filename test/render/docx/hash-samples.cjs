/** Run by a test in its own process and time zone: prints the hash of each sample document. */

const { createHash } = require('node:crypto');
const { transformFileSync } = require('@swc/core');

const options = { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } };
require.extensions['.ts'] = (module, file) => module._compile(transformFileSync(file, options).code, file);

const { renderDocx } = require('../../../src/render/docx/render-docx.ts');
const { letter, report } = require('./sample.ts');
const { styles } = require('./styles.ts');

(async () => {
  const hashes = [];
  for (const document of [report, letter])
    hashes.push(
      createHash('sha256')
        .update(await renderDocx(document, styles))
        .digest('hex'),
    );
  process.stdout.write(JSON.stringify(hashes));
})();
