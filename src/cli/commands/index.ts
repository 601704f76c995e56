/** The commands, in the order in which the help lists them. */

import type { CommandModule } from 'yargs';
import { check } from './check';
import { compare } from './compare';
import { deadline } from './deadline';
import { demo } from './demo';
import { doctor } from './doctor';
import { evaluate } from './evaluate';
import { exportData } from './export';
import { explain } from './explain';
import { form } from './form';
import { indicators } from './indicators';
import { issue } from './issue';
import { ledger } from './ledger';
import { lint } from './lint';
import { parIndex } from './par-index';
import { periods } from './periods';
import { plan } from './plan';
import { record } from './record';
import { remind } from './remind';
import { compile, report } from './report';
import { restate } from './restate';
import { runDueCommand } from './run-due';
import { schedule } from './schedule';
import { submissions } from './submissions';
import { template } from './template';
import { units } from './units';
import { worker } from './worker';
import { verify } from './verify';

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
  compare,
  explain,
  parIndex,
  report,
  compile,
  template,
  exportData,
  issue,
  restate,
  verify,
  lint,
  runDueCommand,
  schedule,
  worker,
  doctor,
  demo,
] as unknown as readonly CommandModule[];
