/**
 * Loaded before the program by the tests of faults (`node --require`): a process that kills itself at an exact point of
 * its work. Every call that changes a file or asks a ledger is a step; at step N the process is gone before it, amid it
 * (half the bytes written, a question sent and not answered) or after it. Without N the steps are counted.
 *   DYING_AT=N/before|amid|after   the point
 *   DYING_ON=REGEX                 before a file is opened for writing whose path matches
 *   DYING_COUNT=FILE               where the number of steps is written at the end
 */

const fs = require('node:fs');
const Module = require('node:module');
const { isMainThread } = require('node:worker_threads');

const { DYING_AT, DYING_ON, DYING_COUNT } = process.env;
const [point, moment] = (DYING_AT ?? '/').split('/');
const real = { writeFileSync: fs.writeFileSync, writeSync: fs.writeSync };
let steps = 0;

const die = () => process.kill(process.pid, 'SIGKILL');

/** One step around a call; `amid` does a part of it, where there are parts. */
function step(call, amid = call) {
  steps += 1;
  if (steps !== Number(point)) return call();
  if (moment === 'before') die();
  if (moment === 'amid') {
    amid();
    die();
  }
  const answer = call();
  if (typeof answer?.then !== 'function') die();
  return answer.then(die, die);
}

function wrap(owner, name, amid) {
  const own = owner[name];
  owner[name] = function (...args) {
    return step(() => own.apply(this, args), amid && (() => amid.apply(this, args)));
  };
}

/** Steps are those of the main thread: the others only read. */
if (isMainThread && (DYING_AT || DYING_COUNT || DYING_ON)) {
  const half = (fd, bytes, from) => real.writeSync(fd, bytes, from, Math.floor((bytes.length - from) / 2));
  wrap(fs, 'writeSync', (fd, bytes, from = 0) => typeof bytes !== 'string' && half(fd, bytes, from));
  for (const name of ['fsyncSync', 'renameSync', 'linkSync', 'rmSync', 'mkdirSync', 'copyFileSync']) wrap(fs, name);
  const open = fs.openSync;
  fs.openSync = (path, flags, ...more) => {
    if (flags !== 'w') return open(path, flags, ...more);
    if (DYING_ON && new RegExp(DYING_ON).test(String(path))) die();
    return step(() => open(path, flags, ...more));
  };
  const load = Module._load;
  const seen = new Set();
  Module._load = function (request, ...rest) {
    const loaded = load.call(this, request, ...rest);
    if ((request === 'libsql' || request === 'pg') && !seen.has(request)) {
      seen.add(request);
      if (request === 'libsql') ledgerInFile(loaded);
      else wrap(loaded.Client.prototype, 'query');
    }
    return loaded;
  };
  process.on('exit', () => DYING_COUNT && real.writeFileSync(DYING_COUNT, String(steps)));
}

/** Statements of `libsql` have one class, seen on the first of them. */
function ledgerInFile(Database) {
  wrap(Database.prototype, 'exec');
  const prepare = Database.prototype.prepare;
  let known = false;
  Database.prototype.prepare = function (...args) {
    const statement = prepare.apply(this, args);
    if (!known) for (const name of ['run', 'get', 'all']) wrap(Object.getPrototypeOf(statement), name);
    known = true;
    return statement;
  };
}
