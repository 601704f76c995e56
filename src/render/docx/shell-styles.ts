/** The named styles of the sheet in the words of the `docx` library. */

import { AlignmentType, BorderStyle, LineRuleType, type IParagraphStyleOptions } from 'docx';
import type { ParagraphStyle, StyleSheet } from './style-sheet';

const ALIGNMENT = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  both: AlignmentType.BOTH,
} as const;

function indentOf({ left, right, firstLine, hanging }: ParagraphStyle['indent']): ParagraphStyle['indent'] | object {
  return hanging > 0 ? { left, right, hanging } : { left, right, firstLine };
}

function paragraphStyle(style: ParagraphStyle): IParagraphStyleOptions {
  const { border, outlineLevel, spacing } = style;
  const edge = border && { style: BorderStyle.SINGLE, size: border.size, space: 0, color: border.color };
  return {
    id: style.id,
    name: style.name,
    basedOn: 'Normal',
    next: style.outlineLevel === null ? style.id : 'D30Body',
    quickFormat: true,
    run: { size: style.size * 2, bold: style.bold, italics: style.italic, color: style.color ?? '000000' },
    paragraph: {
      alignment: ALIGNMENT[style.align],
      indent: indentOf(style.indent),
      spacing: { ...spacing, lineRule: LineRuleType.AUTO },
      ...(style.keepNext && { keepNext: true }),
      ...(outlineLevel !== null && { outlineLevel }),
      ...(border && { border: { [border.edge]: edge } }),
    },
  };
}

/** Every paragraph style of the sheet. */
export function paragraphStyles(styles: StyleSheet): IParagraphStyleOptions[] {
  return styles.styles.map(paragraphStyle);
}
