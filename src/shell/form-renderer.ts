/** The renderer of entry forms with its style file read; exceljs is loaded when the first form is made. */

import type { FormModel } from '../collect/form/model';
import { textIn, type Workspace } from './workspace';

export async function openFormRenderer(ws: Workspace): Promise<(model: FormModel) => Promise<Uint8Array>> {
  const path = ws.find('templates', 'styles', 'workbook.json');
  if (!path) throw new Error('missing template file templates/styles/workbook.json');
  const [{ renderForm }, { parseWorkbookStyles }] = [
    await import('../render/xlsx/form/render-form'),
    await import('../render/xlsx/workbook-styles'),
  ];
  const styles = parseWorkbookStyles(JSON.parse(textIn(ws, path)));
  return (model) => renderForm(model, styles);
}
