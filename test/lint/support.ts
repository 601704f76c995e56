/** What the linter's tests share: the rule table, official names, our own correct documents. */

import { lintDocument, type LintRequest } from '../../src/lint/lint';
import type { Finding, LintReport } from '../../src/lint/finding';
import { parseRuleTable } from '../../src/lint/rule-table';
import { renderDocx } from '../../src/render/docx/render-docx';
import type { OfficialDocument } from '../../src/report/document';
import { officialNames } from '../../src/shell/lint';
import { workspace } from '../support/hanoi';
import { letter, report as whole, tasks } from '../render/docx/sample';
import { styles } from '../render/docx/styles';
import { readJson } from '../support/data';

const parsed = parseRuleTable(readJson('data', 'lint', 'nghi-dinh-30.json'), 'nghi-dinh-30.json');
if (!parsed.value) throw new Error(JSON.stringify(parsed.diagnostics));
export const table = parsed.value;

const names = officialNames(workspace);

/** The report of a file; throws where there is none. */
export function lintBytes(bytes: Uint8Array, more: Partial<LintRequest> = {}): LintReport {
  const outcome = lintDocument({ file: 'thu.docx', bytes, table, names, ...more });
  if (!outcome.value) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value;
}

/** Findings that a correct document has none of, as lines a person reads. */
export function faultsOf(bytes: Uint8Array): readonly string[] {
  return lintBytes(bytes)
    .findings.filter(({ severity }) => severity !== 'I')
    .map(lineOf);
}

export const lineOf = ({ rule, message, where }: Finding): string =>
  `${rule} ${message.slice(0, 160)} @ ${where.part} ${where.paragraph ?? where.section ?? ''} ${where.text ?? ''}`;

export function render(document: OfficialDocument): Promise<Uint8Array> {
  return renderDocx(document, styles);
}

/** The sample report with a table of tasks just over a page: hundreds of faults are planted in it one by one. */
const report: OfficialDocument = {
  ...whole,
  appendices: whole.appendices.map((appendix) =>
    appendix.orientation === 'landscape' ? { ...appendix, blocks: [{ kind: 'table', table: tasks(24) }] } : appendix,
  ),
};

export { letter, report };
