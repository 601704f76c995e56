/** The shipped style sheet, read once for the tests. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseStyleSheet } from '../../../src/render/docx/style-sheet';

export const styleSheetJson: unknown = JSON.parse(
  readFileSync(join(__dirname, '../../../templates/styles/nghi-dinh-30.json'), 'utf8'),
);

export const styles = parseStyleSheet(styleSheetJson);
