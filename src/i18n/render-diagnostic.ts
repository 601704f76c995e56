/** A diagnostic in words: as the contract's JSON, or as the lines a person reads. */

import type { Diagnostic, Params, Place } from '../lib/diagnostic';
import { MESSAGES } from './messages';

export interface DiagnosticJson {
  readonly code: string;
  readonly level: Diagnostic['level'];
  readonly message: string;
  readonly where: Place;
  readonly basis?: string;
  readonly help?: string;
}

function fill(template: string, params: Params, code: string): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`${code} has no value for {${name}}`);
    return String(value);
  });
}

/** Throws on an unknown code or a missing value: both are bugs that the tests look for. */
export function diagnosticJson({ code, level, where, params }: Diagnostic): DiagnosticJson {
  const entry = MESSAGES[code];
  if (!entry) throw new Error(`no message for ${code}`);
  return {
    code,
    level,
    message: fill(entry.message, params, code),
    where,
    ...(entry.basis ? { basis: fill(entry.basis, params, code) } : {}),
    ...(entry.help ? { help: fill(entry.help, params, code) } : {}),
  };
}

const LEVELS = { error: 'lỗi', warning: 'cảnh báo', info: 'lưu ý' } as const;

/** `phieu.xlsx, trang "Nhiệm vụ", ô G12`; empty when there is no place to name. */
export function placeText({ file, sheet, cell, line, path }: Place): string {
  return [file, sheet && `trang "${sheet}"`, cell && `ô ${cell}`, line !== undefined && `dòng ${line}`, path]
    .filter(Boolean)
    .join(', ');
}

export function diagnosticText(diagnostic: Diagnostic): string {
  const { code, level, message, where, basis, help } = diagnosticJson(diagnostic);
  const place = placeText(where);
  return [
    `${LEVELS[level]}[${code}]: ${message}`,
    ...(place ? [`  --> ${place}`] : []),
    ...(basis ? [`  = căn cứ: ${basis}`] : []),
    ...(help ? [`  = gợi ý: ${help}`] : []),
  ].join('\n');
}
