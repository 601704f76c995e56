/**
 * Problems as data. A diagnostic carries a stable code, its place and the values that its sentence needs;
 * the sentence itself lives in `i18n/messages`, so the core never writes prose and never throws for bad input.
 */

export type Level = 'error' | 'warning' | 'info';

/** Where the problem stands: a file, a sheet and cell, a line, or a path inside a JSON document. */
export interface Place {
  readonly file?: string;
  readonly sheet?: string;
  readonly cell?: string;
  readonly line?: number;
  readonly path?: string;
}

/** A line of input with its place, so that a fault names it. */
export interface PlacedLine {
  readonly text: string;
  readonly where: Place;
}

export type Params = Readonly<Record<string, string | number>>;

export interface Diagnostic {
  readonly code: `BC${number}`;
  readonly level: Level;
  readonly where: Place;
  readonly params: Params;
}

/** A value (absent when it could not be made) and everything there is to say about it, all at once. */
export interface Outcome<T> {
  readonly value: T | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export function error(code: Diagnostic['code'], where: Place, params: Params = {}): Diagnostic {
  return { code, level: 'error', where, params };
}

export function warning(code: Diagnostic['code'], where: Place, params: Params = {}): Diagnostic {
  return { code, level: 'warning', where, params };
}

export function info(code: Diagnostic['code'], where: Place, params: Params = {}): Diagnostic {
  return { code, level: 'info', where, params };
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((d) => d.level === 'error');
}

export function ok<T>(value: T, diagnostics: readonly Diagnostic[] = []): Outcome<T> {
  return { value, diagnostics };
}

export function failed<T>(diagnostics: readonly Diagnostic[]): Outcome<T> {
  return { value: undefined, diagnostics };
}
