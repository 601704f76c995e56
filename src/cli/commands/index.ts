/** The commands, in the order in which the help lists them. */

import type { CommandModule } from 'yargs';
import { check } from './check';
import { deadline } from './deadline';
import { demo } from './demo';
import { doctor } from './doctor';
import { evaluate } from './evaluate';
import { explain } from './explain';
import { form } from './form';
import { indicators } from './indicators';
import { ledger } from './ledger';
import { lint } from './lint';
import { periods } from './periods';
import { plan } from './plan';
import { record } from './record';
import { remind } from './remind';
import { compile, report } from './report';
import { runDueCommand } from './run-due';
import { schedule } from './schedule';
import { submissions } from './submissions';
import { template } from './template';
import { units } from './units';
import { worker } from './worker';

// yargs types a command by its own flags; a list of different commands has no common type but this one.
export const COMMANDS = [
  plan,
  deadline,
  units,
  indicators,
  periods,
  record,
  ledger,
  form,
  submissions,
  check,
  remind,
  evaluate,
  explain,
  report,
  compile,
  template,
  lint,
  runDueCommand,
  schedule,
  worker,
  doctor,
  demo,
] as unknown as readonly CommandModule[];
