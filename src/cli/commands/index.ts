/**
 * The commands, in the order in which the help lists them. Each is loaded when it is asked for: the libraries of one
 * command are not the price of another.
 */

import type { CommandModule } from 'yargs';

// yargs types a command by its own flags; a list of different commands has no common type but this one.
type AnyCommand = CommandModule<object, never>;

const COMMANDS: Readonly<Record<string, () => Promise<AnyCommand>>> = {
  plan: async () => (await import('./plan')).plan as AnyCommand,
  deadline: async () => (await import('./deadline')).deadline as AnyCommand,
  units: async () => (await import('./units')).units as AnyCommand,
  indicators: async () => (await import('./indicators')).indicators as AnyCommand,
  periods: async () => (await import('./periods')).periods as AnyCommand,
  record: async () => (await import('./record')).record as AnyCommand,
  ledger: async () => (await import('./ledger')).ledger as AnyCommand,
  form: async () => (await import('./form')).form as AnyCommand,
  submissions: async () => (await import('./submissions')).submissions as AnyCommand,
  check: async () => (await import('./check')).check as AnyCommand,
  remind: async () => (await import('./remind')).remind as AnyCommand,
  evaluate: async () => (await import('./evaluate')).evaluate as AnyCommand,
  compare: async () => (await import('./compare')).compare as AnyCommand,
  explain: async () => (await import('./explain')).explain as AnyCommand,
  'par-index': async () => (await import('./par-index')).parIndex as AnyCommand,
  report: async () => (await import('./report')).report as AnyCommand,
  compile: async () => (await import('./report')).compile as AnyCommand,
  template: async () => (await import('./template')).template as AnyCommand,
  export: async () => (await import('./export')).exportData as AnyCommand,
  issue: async () => (await import('./issue')).issue as AnyCommand,
  restate: async () => (await import('./restate')).restate as AnyCommand,
  verify: async () => (await import('./verify')).verify as AnyCommand,
  lint: async () => (await import('./lint')).lint as AnyCommand,
  'run-due': async () => (await import('./run-due')).runDueCommand as AnyCommand,
  schedule: async () => (await import('./schedule')).schedule as AnyCommand,
  worker: async () => (await import('./worker')).worker as AnyCommand,
  doctor: async () => (await import('./doctor')).doctor as AnyCommand,
  demo: async () => (await import('./demo')).demo as AnyCommand,
};

/** Commands whose name stands among the words; all of them, for the help, where the first word is none. */
export async function commandsIn(words: readonly string[]): Promise<readonly CommandModule[]> {
  const all = Object.keys(COMMANDS);
  const [first = ''] = words;
  const named = first.startsWith('-') || all.includes(first) ? all.filter((name) => words.includes(name)) : [];
  const loaded = (named.length > 0 ? named : all).map((name) => (COMMANDS[name] as () => Promise<AnyCommand>)());
  return (await Promise.all(loaded)) as unknown as readonly CommandModule[];
}
