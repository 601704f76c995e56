/**
 * The entry form as XLSX bytes: five sheets to read and fill, a hidden one that says whose form it is. Written by
 * exceljs, patched where exceljs cannot, zipped so that equal models give equal bytes.
 */

import type { Workbook } from 'exceljs';
import { toUtcDate } from '../../../calendar/plain-date';
import { cleanText } from '../../../lib/text';
import { CHECK_SHEET, FORM_SHEETS, GUIDE_SHEET, HIDDEN_SHEET } from '../../../collect/form/columns';
import type { FormModel } from '../../../collect/form/model';
import { sealOf, sealRows } from '../../../collect/form/seal';
import { canonicalise, canonicalPackage, partText, readPackage } from '../../package/canonical';
import { patchStyles } from '../package-patch';
import type { WorkbookStyles } from '../workbook-styles';
import { formLooks } from './looks';
import { formSheet, type FormSheetSetup, type FormSheetWriter } from './sheet';
import { CHECK_WIDTHS, writeChecks } from './sheet-check';
import { FIGURE_HEADER_ROW, FIGURE_WIDTHS, writeFigures } from './sheet-figures';
import { GUIDE_WIDTHS, writeGuide } from './sheet-guide';
import { SECTION_HEADER_ROW, SECTION_WIDTHS, writeSections } from './sheet-sections';
import { TASK_HEADER_ROW, TASK_WIDTHS, writeTasks } from './sheet-tasks';

/** The workbook of one unit and period. */
export async function renderForm(model: FormModel, styles: WorkbookStyles): Promise<Uint8Array> {
  const { default: Excel } = await import('exceljs');
  const workbook = new Excel.Workbook();
  describe(workbook, model);
  const open = opener(workbook, model, styles);
  const guide = open(GUIDE_SHEET, GUIDE_WIDTHS, 'portrait', null);
  const taskSheet = open(FORM_SHEETS.tasks.name, TASK_WIDTHS, 'landscape', TASK_HEADER_ROW, 2);
  const figureSheet = open(FORM_SHEETS.figures.name, FIGURE_WIDTHS, 'landscape', FIGURE_HEADER_ROW, 2);
  const sectionSheet = open(FORM_SHEETS.sections.name, SECTION_WIDTHS, 'landscape', SECTION_HEADER_ROW, 0);
  const checks = open(CHECK_SHEET, CHECK_WIDTHS, 'landscape', null);
  writeGuide(guide, model);
  const [tasks, figures] = [writeTasks(taskSheet, model), writeFigures(figureSheet, model)];
  writeChecks(checks, model, { tasks, figures, sections: writeSections(sectionSheet, model) });
  for (const sheet of [guide, taskSheet, figureSheet, sectionSheet, checks]) await sheet.close();
  const hidden = workbook.addWorksheet(HIDDEN_SHEET, { state: 'veryHidden' });
  for (const row of sealRows(sealOf(model))) hidden.addRow([...row]);
  await hidden.protect('', {});
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  return patched(canonicalise(bytes, { createdOn: model.window.to }), styles);
}

function describe(workbook: Workbook, model: FormModel): void {
  const agency = cleanText(model.compilerName);
  const day = toUtcDate(model.window.to);
  Object.assign(workbook, {
    title: cleanText(`Biểu thu thập số liệu ${model.periodName}: ${model.unitName}`),
    creator: agency,
    lastModifiedBy: agency,
    created: day,
    modified: day,
    views: [{ x: 0, y: 0, width: 28_800, height: 15_000, firstSheet: 0, activeTab: 0, visibility: 'visible' }],
  });
  workbook.calcProperties.fullCalcOnLoad = true;
}

type Open = (
  name: string,
  widths: readonly number[],
  orientation: FormSheetSetup['orientation'],
  headerRow: number | null,
  columns?: number,
) => FormSheetWriter;

function opener(workbook: Workbook, model: FormModel, styles: WorkbookStyles): Open {
  const look = formLooks(styles);
  const footer = `${model.unitName}, ${model.periodName}`.replace(/&/g, '&&').slice(0, 150);
  return (name, widths, orientation, headerRow, columns = 0) =>
    formSheet(
      workbook,
      {
        name,
        widths,
        freeze: headerRow === null ? null : { columns, row: headerRow },
        orientation,
        repeat: headerRow === null ? null : `${headerRow}:${headerRow}`,
        footer,
      },
      styles,
      look,
    );
}

/** Quote prefixes, the default font, and a locked structure: sheets cannot be deleted by a slip of the hand. */
function patched(bytes: Uint8Array, styles: WorkbookStyles): Uint8Array {
  const parts = new Map<string, Uint8Array | string>(readPackage(bytes));
  const style = partText(parts, 'xl/styles.xml') as string;
  parts.set('xl/styles.xml', patchStyles(style, { name: styles.font, size: styles.size }));
  const book = partText(parts, 'xl/workbook.xml') as string;
  const locked = book.replace(/<bookViews>/, '<workbookProtection lockStructure="1"/><bookViews>');
  if (locked === book) throw new Error('exceljs wrote a workbook without <bookViews>');
  parts.set('xl/workbook.xml', locked);
  return canonicalPackage(parts);
}
