/**
 * The style sheet as data: page, named paragraph styles and the few measures of the letterhead, each with the clause
 * it rests on. `parseStyleSheet` is pure; the shell reads the file. Lengths are twips, sizes points.
 */

import { z } from 'zod';

/** The styles that the renderer names; a sheet must hold each of them once. */
export const STYLE_IDS = [
  'D30QuocHieu',
  'D30TieuNgu',
  'D30ChuQuan',
  'D30BanHanh',
  'D30SoKyHieu',
  'D30DiaDanh',
  'D30TenLoai',
  'D30TrichYeu',
  'D30VeViec',
  'D30KinhGui',
  'D30KinhGuiList',
  'D30KinhGuiItem',
  'D30CanCu',
  'D30Body',
  'D30Heading1',
  'D30Heading2',
  'D30Heading3',
  'D30List',
  'D30Close',
  'D30ChucVu',
  'D30HoTen',
  'D30NoiNhan',
  'D30NoiNhanItem',
  'D30PhuLuc',
  'D30TenPhuLuc',
  'D30KemTheo',
  'D30Rule',
  'D30RuleTitle',
  'D30DauKhan',
  'D30Caption',
  'D30TableHead',
  'D30TableIndex',
  'D30TableText',
  'D30TableCenter',
  'D30TableNumber',
  'D30TableGroup',
  'D30PageNumber',
  'D30Notice',
  'D30Spacer',
] as const;

export type StyleId = (typeof STYLE_IDS)[number];

const twips = z.int().min(0).max(31680);
const color = z.string().regex(/^[0-9A-F]{6}$/);
const basis = z.string().min(1);

const paragraphStyle = z.strictObject({
  id: z.enum(STYLE_IDS),
  name: z.string().min(1),
  size: z.number().min(1).max(72).multipleOf(0.5),
  bold: z.boolean(),
  italic: z.boolean(),
  align: z.enum(['left', 'center', 'right', 'both']),
  indent: z.strictObject({ left: twips, right: twips, firstLine: twips, hanging: twips }),
  spacing: z.strictObject({ before: twips, after: twips, line: z.int().min(240).max(360) }),
  keepNext: z.boolean(),
  outlineLevel: z.int().min(0).max(8).nullable(),
  color: color.optional(),
  border: z.strictObject({ edge: z.enum(['top', 'bottom']), size: z.int().min(2).max(96), color }).optional(),
  basis,
});

const page = z.strictObject({ width: twips, height: twips, top: twips, bottom: twips, left: twips, right: twips });
const columns = z.tuple([twips, twips]);

const styleSheet = z
  .strictObject({
    id: z.string().min(1),
    title: z.string().min(1),
    basis,
    font: z.string().min(1),
    language: z.string().min(2),
    page: z.strictObject({ portrait: page, landscape: page, header: twips, footer: twips, basis }),
    letterhead: z.strictObject({ columns, wideColumns: columns, padding: twips, basis }),
    signature: z.strictObject({ columns, padding: twips, before: twips, basis }),
    table: z.strictObject({ padding: twips, border: z.int().min(2).max(96), basis }),
    rules: z.strictObject({
      share: z
        .number()
        .min(1 / 3)
        .max(1 / 2),
      basis,
    }),
    urgency: z.strictObject({
      before: twips,
      height: twips,
      widths: z.strictObject({ 'HỎA TỐC': twips, 'THƯỢNG KHẨN': twips, KHẨN: twips }),
      border: z.int().min(2).max(96),
      basis,
    }),
    styles: z.array(paragraphStyle),
  })
  .superRefine((sheet, context) => {
    const ids = sheet.styles.map((style) => style.id);
    for (const id of STYLE_IDS) {
      const count = ids.filter((other) => other === id).length;
      if (count !== 1)
        context.addIssue({ code: 'custom', path: ['styles'], message: `${id}: ${count} times, not once` });
    }
    const room = textWidthOf(sheet.page.portrait);
    const tables = {
      letterhead: sheet.letterhead.columns,
      wide: sheet.letterhead.wideColumns,
      signature: sheet.signature.columns,
    };
    for (const [name, [left, right]] of Object.entries(tables))
      if (left + right !== room)
        context.addIssue({
          code: 'custom',
          path: [name],
          message: `columns make ${left + right}, the text is ${room} wide`,
        });
  });

export type ParagraphStyle = z.infer<typeof paragraphStyle>;
export type Page = z.infer<typeof page>;
export type StyleSheet = z.infer<typeof styleSheet>;

/** Width between the margins. */
export function textWidthOf(page: Page): number {
  return page.width - page.left - page.right;
}

/** Reads a style sheet; throws a ZodError that names every fault with its path. */
export function parseStyleSheet(json: unknown): StyleSheet {
  return styleSheet.parse(json);
}

/** The style of that id; every sheet that was parsed has it. */
export function styleOf(sheet: StyleSheet, id: StyleId): ParagraphStyle {
  return sheet.styles.find((style) => style.id === id) as ParagraphStyle;
}
