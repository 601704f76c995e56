/** The texts of a document under the names that a template asks for. Blanks of a draft are no-break spaces. */

import { dayOfMonth, monthOf, yearOf } from '../../../calendar/plain-date';
import { monthText } from '../../../i18n/format';
import type { OfficialDocument } from '../../../report/document';
import { dateLine, numberLine } from '../letterhead';
import { marked } from '../marks';
import type { FormField } from './names';

const BLANK = '\u00a0'.repeat(6);

const FORM: Readonly<Record<FormField, (document: OfficialDocument) => string>> = {
  co_quan_chu_quan: ({ letterhead }) => letterhead.parent?.join('\n') ?? '',
  ten_co_quan: ({ letterhead }) => letterhead.issuer.join('\n'),
  ten_co_quan_thuong: ({ properties }) => properties.agency,
  so: ({ letterhead }) => letterhead.number ?? BLANK,
  ky_hieu: ({ letterhead }) => letterhead.symbol,
  so_ky_hieu: ({ letterhead }) => numberLine(letterhead),
  dia_danh: ({ letterhead }) => letterhead.place,
  ngay: ({ letterhead: { signedOn } }) => (signedOn ? String(dayOfMonth(signedOn)).padStart(2, '0') : BLANK),
  thang: ({ letterhead: { signedOn, draftMonth } }) => monthText(signedOn ? monthOf(signedOn) : draftMonth.month),
  nam: ({ letterhead: { signedOn, draftMonth } }) => String(signedOn ? yearOf(signedOn) : draftMonth.year),
  dia_danh_ngay: ({ letterhead }) => dateLine(letterhead),
  do_khan: ({ urgency }) => urgency ?? '',
  ten_loai: ({ typeName }) => typeName ?? 'CÔNG VĂN',
  trich_yeu: ({ subject }) => subject,
  can_cu: ({ legalBases }) => marked(legalBases).join('\n'),
  quyen_han_chuc_vu: ({ signature }) => signature.lines.join('\n'),
  ho_ten: ({ signature }) => signature.name ?? '',
  noi_nhan: ({ noiNhan }) =>
    marked(noiNhan)
      .map((line) => `- ${line}`)
      .join('\n'),
};

/** The text of that name; undefined where this document has none (a letter has no headline figures). */
export function textFieldOf(document: OfficialDocument, name: string): string | undefined {
  if (Object.hasOwn(FORM, name)) return FORM[name as FormField](document);
  const fields = document.fields as Readonly<Record<string, string>> | undefined;
  return fields && Object.hasOwn(fields, name) ? fields[name] : undefined;
}
