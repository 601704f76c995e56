/** Annex of the units' words that the report gives in part or not at all: whole, under the section they belong to. */

import type { Gathered } from '../excerpts';
import type { Row, Table } from '../document';
import type { Registry } from '../../units/registry';
import { unitNames } from '../wording';
import { cleanText } from '../../lib/text';

export interface SectionTexts {
  /** Title of the section as printed. */
  readonly title: string;
  readonly gathered: Gathered;
}

export function narrativeTable(sections: readonly SectionTexts[], registry: Registry): Table {
  const rows = sections.flatMap(({ title, gathered }) => {
    const whole = [...gathered.shown, ...gathered.left].filter((e) => e.whole !== null);
    if (whole.length === 0) return [];
    const heading: Row = { kind: 'group', cells: [{ text: title, span: 2 }] };
    return [
      heading,
      ...whole.map(({ units, whole: text }): Row => ({
        kind: 'data',
        cells: [{ text: unitNames(units, registry, units.length) }, { text: cleanText(text ?? '').trim() }],
      })),
    ];
  });
  return {
    id: 'narratives',
    caption: null,
    columns: [
      { key: 'unit', title: 'Cơ quan, đơn vị', weight: 24, align: 'left' },
      { key: 'text', title: 'Nội dung', weight: 76, align: 'left' },
    ],
    rows,
    numberColumns: false,
  };
}
