/** How cells of the form look: the workbook's named styles, and yellow unlocked cells for what is to be filled. */

import type { Style } from 'exceljs';
import type { WorkbookStyles } from '../workbook-styles';

export type FormLook =
  | 'title'
  | 'subtitle'
  | 'note'
  | 'header'
  | 'group'
  | 'known'
  | 'knownCenter'
  | 'settled'
  | 'text'
  | 'choice'
  | 'date'
  | 'number'
  | 'shut'
  | 'percent'
  | 'figure'
  | 'hint'
  | 'plain'
  | 'strong';

const BORDER = { style: 'thin', color: { argb: 'FF8C8C8C' } } as const;
const ALL = { top: BORDER, left: BORDER, bottom: BORDER, right: BORDER };

interface Look {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
  readonly color?: string;
  readonly fill?: string;
  readonly across?: 'left' | 'center' | 'right';
  readonly top?: boolean;
  readonly border?: boolean;
  readonly format?: string;
  readonly open?: boolean;
  readonly quoted?: boolean;
}

/** Looks by name over the colours of the style file. */
function table({ form }: WorkbookStyles): Readonly<Record<FormLook, Look>> {
  const asked = { fill: form.askedFill, border: true, open: true } as const;
  return {
    title: { bold: true, size: 14, across: 'left' },
    subtitle: { size: 12, across: 'left' },
    note: { italic: true, color: form.noteColor, across: 'left' },
    header: { bold: true, fill: form.headerFill, across: 'center', border: true },
    group: { bold: true, fill: form.groupFill, border: true },
    known: { border: true, top: true, quoted: true },
    knownCenter: { border: true, across: 'center', top: true, quoted: true },
    settled: { border: true, top: true, color: form.noteColor, quoted: true },
    text: { ...asked, top: true, format: '@' },
    choice: { ...asked, across: 'center', top: true },
    date: { ...asked, across: 'center', top: true, format: 'dd/mm/yyyy' },
    number: { ...asked, across: 'right', top: true, format: '#,##0.######' },
    shut: { fill: form.shutFill, border: true },
    percent: { border: true, across: 'right', top: true, format: '0.00%' },
    figure: { border: true, across: 'right', top: true, format: '#,##0.######' },
    hint: { border: true, top: true, bold: true, color: form.hintColor },
    plain: { top: true },
    strong: { bold: true, top: true },
  };
}

/** One shared style object for each look, so that exceljs writes each once. */
export function formLooks(styles: WorkbookStyles): (name: FormLook, size?: number) => Partial<Style> {
  const looks = table(styles);
  const made = new Map<string, Partial<Style>>();
  return (name, size) => {
    const key = `${name}|${size ?? ''}`;
    let style = made.get(key);
    if (!style) made.set(key, (style = styleOf(looks[name], styles, size)));
    return style;
  };
}

/** `readingOrder` is a mark that the package patch turns into `quotePrefix`, which exceljs cannot write. */
function styleOf(look: Look, styles: WorkbookStyles, size: number | undefined): Partial<Style> {
  return {
    numFmt: look.format ?? 'General',
    font: {
      name: styles.font,
      size: size ?? look.size ?? styles.size,
      family: 1,
      bold: look.bold || undefined,
      italic: look.italic || undefined,
      color: { argb: `FF${look.color ?? '000000'}` },
    },
    alignment: {
      horizontal: look.across ?? 'left',
      vertical: look.top ? 'top' : 'middle',
      wrapText: true,
      readingOrder: look.quoted ? 'ltr' : undefined,
    },
    border: look.border ? ALL : undefined,
    fill: look.fill ? { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${look.fill}` } } : undefined,
    protection: { locked: !look.open },
  };
}
