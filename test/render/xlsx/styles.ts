/** The style file that ships with the program, parsed once for all tests. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseWorkbookStyles } from '../../../src/render/xlsx/workbook-styles';

export const stylesJson: unknown = JSON.parse(
  readFileSync(join(__dirname, '../../../templates/styles/workbook.json'), 'utf8'),
);
export const styles = parseWorkbookStyles(stylesJson);
