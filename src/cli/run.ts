/**
 * One run of a command: workspace, clock, ledger and the one way out. A command returns what it found; here it is
 * printed (one JSON document on stdout, or text), diagnostics go to stderr, and the exit code is set.
 */

import { parseInstant, type Instant } from '../calendar/instant';
import { diagnosticJson, diagnosticText } from '../i18n/render-diagnostic';
import { error, failed, hasErrors, type Diagnostic, type Outcome } from '../lib/diagnostic';
import { cleanText } from '../lib/text';
import type { LedgerStore } from '../ledger/store/port';
import { systemNow } from '../shell/clock';
import { ledgerPlace, openLedger } from '../shell/ledger';
import { ledgerFault } from '../shell/ledger-faults';
import { isThere, openWorkspace, type Workspace } from '../shell/workspace';

/** Flags that every command takes. */
export interface CommonFlags {
  readonly workspace?: string | undefined;
  readonly db?: string | undefined;
  readonly plan?: string | undefined;
  readonly artifacts?: string | undefined;
  readonly now?: string | undefined;
  readonly asOf?: string | undefined;
  readonly json?: boolean | undefined;
  readonly quiet?: boolean | undefined;
}

export interface Run {
  readonly ws: Workspace;
  readonly now: Instant;
  readonly asOf: Instant;
  readonly flags: CommonFlags;
  /** Says something to a person, on stderr; silent with --quiet and --json. */
  say(line: string): void;
  /** Opens the ledger, runs the work and closes it again whatever happens. */
  withLedger<T>(work: (ledger: LedgerStore) => Promise<Outcome<T>>): Promise<Outcome<T>>;
}

/** What a command answers: a JSON value and how a person reads it. */
export interface Answer {
  readonly json: unknown;
  readonly text: string;
  /** Data errors that the answer itself reports (exit code 1 although there is an answer). */
  readonly failed?: boolean;
  /** Said on stderr after everything else, so that it closes a log; with --quiet only when something failed. */
  readonly last?: string;
  /** The command has written its answer to stdout itself, a piece at a time. */
  readonly printed?: boolean;
}

const EXIT = { ok: 0, data: 1, usage: 2, bug: 70 } as const;
const USAGE_CODES = /^BC20/;

function instantFlag(flag: string, value: string | undefined, fallback: Instant): Outcome<Instant> {
  if (value === undefined) return { value: fallback, diagnostics: [] };
  const at = parseInstant(cleanText(value).trim());
  return at ? { value: at, diagnostics: [] } : failed([error('BC2004', {}, { flag: `--${flag}`, value })]);
}

/** Runs a command to its end. Never throws: what it did not foresee is reported as BC7000 with exit code 70. */
export async function run(flags: CommonFlags, command: (run: Run) => Promise<Outcome<Answer>>): Promise<void> {
  try {
    const now = instantFlag('now', flags.now, systemNow());
    const asOf = instantFlag('as-of', flags.asOf, now.value ?? systemNow());
    if (!now.value || !asOf.value) return finish(flags, failed([...now.diagnostics, ...asOf.diagnostics]));
    const ws = openWorkspace(flags.workspace, process.cwd());
    // A mistyped folder must not become an empty ledger that answers 0.
    if (!isThere(ws.root)) {
      const reason = `không có thư mục làm việc ${flags.workspace ?? ws.root}`;
      return finish(flags, failed([error('BC2001', {}, { reason })]));
    }
    const context: Run = {
      ws,
      now: now.value,
      asOf: asOf.value,
      flags,
      say: (line) => {
        if (!flags.quiet && !flags.json) process.stderr.write(`${line}\n`);
      },
      withLedger: async (work) => {
        const ledger = await openLedger(ws, flags.db);
        if (!ledger.value) return failed(ledger.diagnostics);
        try {
          return await work(ledger.value);
        } catch (reason) {
          const fault = ledgerFault(reason, ledgerPlace(ws, flags.db).value?.url ?? '');
          if (!fault) throw reason;
          return failed([fault]);
        } finally {
          await ledger.value.close();
        }
      },
    };
    finish(flags, await command(context));
  } catch (reason) {
    const failure = reason as Error;
    finish(flags, failed([error('BC7000', {}, { reason: failure.message })]));
    process.stderr.write(`${failure.stack ?? ''}\n`);
    process.exitCode = EXIT.bug;
  }
}

function finish(flags: CommonFlags, { value, diagnostics }: Outcome<Answer>): void {
  report(flags, diagnostics);
  if (value?.printed) {
    // nothing is left to say
  } else if (value) {
    process.stdout.write(flags.json ? `${JSON.stringify(value.json)}\n` : value.text === '' ? '' : `${value.text}\n`);
  } else if (flags.json) {
    process.stdout.write(`${JSON.stringify({ diagnostics: diagnostics.map(diagnosticJson) })}\n`);
  }
  if (value?.last !== undefined && (!flags.quiet || value.failed)) process.stderr.write(`${value.last}\n`);
  const usage = diagnostics.some((d) => d.level === 'error' && USAGE_CODES.test(d.code));
  process.exitCode = !value || value.failed || hasErrors(diagnostics) ? (usage ? EXIT.usage : EXIT.data) : EXIT.ok;
}

/** What is to be said word for word of each of many documents is said once. */
function report(flags: CommonFlags, diagnostics: readonly Diagnostic[]): void {
  const shown = diagnostics.filter(({ level }) => !(flags.quiet && level === 'info'));
  for (const text of new Set(shown.map(diagnosticText))) process.stderr.write(`${text}\n`);
}
