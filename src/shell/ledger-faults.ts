/** What can befall an open ledger, told from the errors of its drivers: each becomes one diagnostic, never a stack. */

import { error, type Diagnostic } from '../lib/diagnostic';
import { reasonOf } from '../lib/reason';

/** The schema of the ledger is not one that this program may use. */
export class LedgerSchemaError extends Error {}
/** The schema is older, and this account may not bring it forward. */
export class LedgerRightsError extends Error {}
/** The worker's lock went with its connection while the work ran. */
export class LedgerLockLost extends Error {}

interface DriverError {
  readonly code?: string;
  readonly message: string;
}

/** The server is not there, closed the connection, or is shutting down. */
const CONNECTION =
  /^(?:ECONN\w+|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENETUNREACH|ENOENT|EACCES|57P0[123]|53300|08\w{3})$/;
const CONNECTION_TEXT = /Connection terminated|not queryable|timeout exceeded when trying to connect|ended by user/i;
/** Wrong name or password, no such database, no right to enter. */
const ENTRY = /^(?:28\w{3}|3D000|42501)$/;
const FULL = /^(?:SQLITE_FULL|SQLITE_IOERR\w*|ENOSPC|53100)$/;
const READ_ONLY = /^(?:SQLITE_READONLY\w*|SQLITE_CANTOPEN\w*|EROFS|25006)$/;
/** A guard of the ledger: a place that is taken, a fact that stands already, a row that is not the next. */
const REFUSED = /^(?:SQLITE_CONSTRAINT\w*|23\w{3}|P0001)$/;
const BUSY = /^(?:SQLITE_BUSY\w*|SQLITE_LOCKED\w*|55P03)$/;

/** Whether a driver says that the server is not there, or not there any more. */
export function connectionLost(reason: unknown): boolean {
  const { code = '', message = '' } = (reason ?? {}) as Partial<DriverError>;
  return CONNECTION.test(code) || CONNECTION_TEXT.test(message);
}

/** An address without its password, to be shown. */
export function shownUrl(url: string): string {
  return url.replace(/:\/\/.*@/s, '://***@').replace(/(password=)[^&]*/gi, '$1***');
}

/** The diagnostic for what a driver threw; undefined when it is no fault of the store but a bug. */
export function ledgerFault(reason: unknown, url: string): Diagnostic | undefined {
  const { code = '', message = '' } = (reason ?? {}) as Partial<DriverError>;
  const params = { db: shownUrl(url), reason: withoutPassword(message === '' ? code : reasonOf(reason), url) };
  if (reason instanceof LedgerSchemaError) return error('BC2121', { file: params.db }, { reason: message });
  if (reason instanceof LedgerRightsError) return error('BC2131', {}, params);
  const isServer = !url.startsWith('sqlite:');
  if (reason instanceof LedgerLockLost || (isServer && connectionLost(reason))) return error('BC2130', {}, params);
  if (ENTRY.test(code)) return error('BC2132', {}, params);
  if (BUSY.test(code)) return error('BC2133', {}, params);
  if (FULL.test(code)) return error('BC2134', {}, params);
  if (READ_ONLY.test(code)) return error('BC2135', {}, params);
  if (REFUSED.test(code)) return error('BC2143', {}, params);
  return undefined;
}

function withoutPassword(text: string, url: string): string {
  const given = /:\/\/[^:]*:(.*)@/s.exec(url)?.[1] ?? /password=([^&]*)/i.exec(url)?.[1];
  return given ? text.split(given).join('***').split(decoded(given)).join('***') : text;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // not percent-encoded: it stands as it was typed
  }
}
