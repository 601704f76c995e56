/** The version is that of the program that runs, also when another one is put in its place meanwhile. */

import { programVersion } from '../../src/shell/program-version';

jest.mock('../../src/shell/workspace', () => {
  let onDisk = 0;
  return { INSTALLED: '', readText: () => `{ "version": "0.0.${(onDisk += 1)}" }` };
});

it('does not change while the program runs', () => {
  expect([programVersion(), programVersion()]).toEqual(['0.0.1', '0.0.1']);
});
