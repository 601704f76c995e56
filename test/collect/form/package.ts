/**
 * A form as an office's hand or a hostile one changes it: cells, rows, sheets and parts of the package, as text, so
 * that what is tested is not written by the library that wrote the form.
 */

import { canonicalPackage, partText, readPackage } from '../../../src/render/package/canonical';

type Written =
  | { readonly is: 'text' | 'number' | 'formula' | 'error' | 'boolean'; readonly value: string }
  | { readonly is: 'blank' };

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

export class FormPackage {
  readonly parts: Map<string, Uint8Array | string>;

  constructor(bytes: Uint8Array) {
    this.parts = new Map<string, Uint8Array | string>(readPackage(bytes));
  }

  text(part: string): string {
    const text = partText(this.parts, part);
    if (text === undefined) throw new Error(`no part ${part}`);
    return text;
  }

  /** Changes a part; throws when nothing changed, so that a damage is never a damage in name only. */
  change(part: string, edit: (xml: string) => string): this {
    const before = this.text(part);
    const after = edit(before);
    if (after === before) throw new Error(`${part} was not changed`);
    this.parts.set(part, after);
    return this;
  }

  sheetPart(name: string): string {
    const sheets = [...this.text('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map((m) => m[1]);
    const index = sheets.indexOf(name);
    if (index < 0) throw new Error(`no sheet ${name}: ${sheets.join(', ')}`);
    return `xl/worksheets/sheet${index + 1}.xml`;
  }

  private strings(): readonly string[] {
    const items = this.text('xl/sharedStrings.xml').match(/<si>[\s\S]*?<\/si>/g) ?? [];
    return items.map((si) =>
      [...si.matchAll(/<t[^>]*>([\s\S]*?)<\/t>/g)]
        .map((m) => m[1])
        .join('')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
        .replace(/&amp;/g, '&'),
    );
  }

  /** Texts of a sheet by address. */
  cells(sheet: string): ReadonlyMap<string, string> {
    const strings = this.strings();
    const found = new Map<string, string>();
    for (const [, ref, attributes, body] of this.text(this.sheetPart(sheet)).matchAll(
      /<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g,
    )) {
      const value = /<v>([\s\S]*?)<\/v>/.exec(body ?? '')?.[1];
      if (value !== undefined)
        found.set(ref as string, /t="s"/.test(attributes ?? '') ? (strings[Number(value)] ?? '') : value);
    }
    return found;
  }

  /** Where the row of that code and the column of that title cross. */
  address(sheet: string, code: string, title: string): string {
    const cells = [...this.cells(sheet)];
    const head = cells.find(([, text]) => text === title)?.[0];
    const row = cells.find(([ref, text]) => /^A\d/.test(ref) && text === code)?.[0];
    if (!head || !row) throw new Error(`no ${code} × ${title} on ${sheet}`);
    return head.replace(/\d+/, '') + row.replace(/[A-Z]+/, '');
  }

  put(sheet: string, ref: string, written: Written): this {
    return this.change(this.sheetPart(sheet), (xml) =>
      xml.replace(new RegExp(`<c r="${ref}"([^>]*?)(?:/>|>[\\s\\S]*?</c>)`), (_, attributes: string) => {
        const rest = attributes.replace(/\st="[^"]*"/, '');
        if (written.is === 'blank') return `<c r="${ref}"${rest}/>`;
        const value = escape(written.value);
        switch (written.is) {
          case 'text':
            return `<c r="${ref}"${rest} t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`;
          case 'number':
            return `<c r="${ref}"${rest}><v>${value}</v></c>`;
          case 'formula':
            return `<c r="${ref}"${rest}><f>${value}</f><v>2</v></c>`;
          case 'error':
            return `<c r="${ref}"${rest} t="e"><v>${value}</v></c>`;
          case 'boolean':
            return `<c r="${ref}"${rest} t="b"><v>${value}</v></c>`;
        }
      }),
    );
  }

  /** The row's XML, by its number. */
  row(sheet: string, no: number): string {
    return new RegExp(`<row r="${no}"[\\s\\S]*?</row>`).exec(this.text(this.sheetPart(sheet)))?.[0] ?? '';
  }

  deleteRow(sheet: string, no: number): this {
    return this.change(this.sheetPart(sheet), (xml) => xml.replace(this.row(sheet, no), ''));
  }

  /** A copy of the row, put behind all rows. */
  copyRow(sheet: string, no: number, to: number): this {
    const copy = this.row(sheet, no).replace(
      /(r=")([A-Z]*)\d+"/g,
      (_, head: string, column: string) => `${head}${column}${to}"`,
    );
    return this.change(this.sheetPart(sheet), (xml) => xml.replace('</sheetData>', `${copy}</sheetData>`));
  }

  /** Empty rows above `no`: everything from there on moves down. */
  insertRows(sheet: string, no: number, count: number): this {
    const move = (n: string): string => String(Number(n) >= no ? Number(n) + count : Number(n));
    return this.change(this.sheetPart(sheet), (xml) =>
      xml
        .replace(/<row r="(\d+)"/g, (_, n: string) => `<row r="${move(n)}"`)
        .replace(/<c r="([A-Z]+)(\d+)"/g, (_, column: string, n: string) => `<c r="${column}${move(n)}"`),
    );
  }

  renameSheet(name: string, to: string): this {
    return this.change('xl/workbook.xml', (xml) => xml.replace(`name="${name}"`, `name="${to}"`));
  }

  bytes(): Uint8Array {
    return canonicalPackage(this.parts);
  }
}
