/**
 * One door to the readers: a file's name and bytes go in, tables and paragraphs come out, or one clear error. What
 * the file is shows in its first bytes before its name is believed.
 */

import { failed, info, ok, type Diagnostic, type Outcome } from '../../../lib/diagnostic';
import type { RawDocument, RawTable } from '../raw';
import { readDocx } from './docx';
import { MAX_FILE_BYTES } from '../../../office-file/limits';
import { Refusal, broken, tooLarge } from '../../../office-file/refusal';
import { readText } from './text';
import { readXlsx } from './xlsx';

const READERS: Readonly<Record<string, (bytes: Uint8Array) => RawDocument>> = {
  txt: readText,
  docx: readDocx,
  docm: readDocx,
};

/** OLE containers hold password-protected documents and the formats before 2007. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Reads a document of any supported format. Never throws: BC1601–BC1604, BC1607, BC1609 and BC1610 say why a file
 * could not be read; a place names the file and what is inside it.
 */
export function readDocument(name: string, bytes: Uint8Array): Outcome<RawDocument> {
  try {
    return read(name, bytes);
  } catch (cause) {
    const refusal = cause instanceof Refusal ? cause : broken('cấu trúc bên trong không như mong đợi');
    return failed([refusal.diagnosticFor(name)]);
  }
}

function read(name: string, bytes: Uint8Array): Outcome<RawDocument> {
  if (bytes.byteLength > MAX_FILE_BYTES) throw tooLarge('tệp', MAX_FILE_BYTES);
  const extension = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (OLE.every((byte, index) => bytes[index] === byte)) throw new Refusal('BC1604');
  if (extension === 'xlsx' || extension === 'xlsm') {
    const { document, hiddenSheets } = readXlsx(bytes);
    return ok(
      placed(document, name),
      hiddenSheets.map((sheet): Diagnostic => info('BC1612', { file: name, sheet })),
    );
  }
  const reader = READERS[extension];
  if (reader === undefined) throw new Refusal('BC1602', { extension: extension || '(không có)' });
  return ok(placed(reader(bytes), name));
}

/** Every place gets the file's name. */
function placed(document: RawDocument, file: string): RawDocument {
  const table = ({ rows }: RawTable): RawTable => ({
    rows: rows.map((row) => ({ ...row, where: { file, ...row.where } })),
  });
  return {
    ...document,
    tables: document.tables.map(table),
    paragraphs: document.paragraphs.map((p) => ({ ...p, where: { file, ...p.where } })),
  };
}
