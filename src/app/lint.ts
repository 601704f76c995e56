/** `lint`: a Word file against Nghị định 30/2020/NĐ-CP; the findings as the contract's JSON and as a person reads them. */

import { sha256 } from '../lib/canonical-json';
import { diagnosticJson } from '../i18n/render-diagnostic';
import type { Finding, LintReport, Severity, Where } from '../lint/finding';
import type { FixResult } from '../lint/fix/fix';

type Fixed = FixResult & { readonly left: LintReport };

const LEVELS: Readonly<Record<Severity, string>> = { E: 'lỗi', W: 'cảnh báo', I: 'góp ý' };
const PARTS: Readonly<Record<Where['part'], string>> = {
  body: 'đoạn',
  table: 'bảng',
  header: 'đầu trang',
  footer: 'chân trang',
  footnote: 'chú thích',
  textbox: 'khung chữ',
  section: 'phần (section)',
  document: 'toàn văn bản',
};
const ZONES: Readonly<Record<NonNullable<Where['zone']>, string>> = {
  letterhead: 'phần đầu văn bản',
  text: 'nội dung',
  signature: 'phần ký',
  appendix: 'phụ lục',
};

/** "nội dung, đoạn 12: “Thực hiện …”". */
export function whereText(where: Where): string {
  const { part, zone, section, table, row, cell, paragraph, text } = where;
  if (part === 'document') return PARTS.document;
  if (part === 'section') return `${PARTS.section} ${section ?? 1}`;
  const place = [
    zone && ZONES[zone],
    part === 'body' ? undefined : part === 'table' ? undefined : PARTS[part],
    table !== undefined && `bảng ${table}`,
    row !== undefined && `hàng ${row}`,
    cell !== undefined && `ô ${cell}`,
    paragraph !== undefined && `đoạn ${paragraph}`,
  ].filter(Boolean);
  return `${place.join(', ')}${text === undefined ? '' : `: “${text}”`}`;
}

/** `{file, findings, counts}`; keys may be added. */
export function lintJson(file: string, { findings, counts, omitted, diagnostics }: LintReport): object {
  return { file, findings, counts, omitted, diagnostics: diagnostics.map(diagnosticJson) };
}

function findingText({ rule, severity, message, where, basis, help }: Finding): string {
  return [
    `${LEVELS[severity]}[${rule}]: ${message}`,
    `  --> ${whereText(where)}`,
    `  = căn cứ: ${basis}`,
    `  = cách sửa: ${help}`,
  ].join('\n');
}

/** The findings, then one line of counts. */
export function lintText(file: string, { findings, counts, omitted }: LintReport): string {
  const rest = Object.entries(omitted).map(([rule, count]) => `… và ${count} chỗ nữa theo quy tắc ${rule}`);
  const total = counts.E + counts.W + counts.I;
  const summary =
    total === 0
      ? `${file}: không có lỗi thể thức.`
      : `${file}: ${counts.E} lỗi, ${counts.W} cảnh báo, ${counts.I} góp ý.`;
  return [...findings.map(findingText), ...rest, summary].join('\n');
}

/** The same for a corrected copy: what was corrected, and what is left. */
export function fixJson(file: string, path: string, { bytes, fixed, left }: Fixed): object {
  return { ...lintJson(file, left), fixed: { path, sha256: sha256(bytes), bytes: bytes.length, rules: fixed } };
}

/** What was corrected rule by rule, then what is left. */
export function fixText(path: string, { fixed, left }: Fixed): string {
  const rules = Object.entries(fixed).sort(([a], [b]) => (a < b ? -1 : 1));
  const done =
    rules.length === 0
      ? ['không có gì sửa được bằng máy']
      : rules.map(([rule, count]) => `đã sửa[${rule}]: ${count} chỗ`);
  return [...done, `bản đã sửa: ${path}`, lintText(path, left)].join('\n');
}
