/**
 * The links of a sheet, kept as the bytes that will stand after its rows: a province has a hundred thousand of them, and
 * as objects and texts they would be the most that a workbook holds in memory.
 */

import { escapeXml } from './cell-text';

/** Excel's limit for the text beside a link. */
const MAX_TIP = 255;
/** Excel's limit for the links of a sheet; the cells beyond keep their text and lead nowhere. */
export const MAX_LINKS = 65_530;
const BLOCK = 1 << 16;
/** Bytes of UTF-8 that one unit of a text takes at most. */
const WIDEST = 3;
const encoder = new TextEncoder();

export class SheetLinks {
  private readonly full: Uint8Array[] = [];
  private block = new Uint8Array(0);
  private used = 0;
  private count = 0;

  /** A cell that leads to a place, with what is said of it beside the pointer. */
  add(cell: string, location: string, tip?: string): void {
    if ((this.count += 1) > MAX_LINKS) return;
    const shown = tip === undefined ? '' : ` tooltip="${escapeXml(tip.slice(0, MAX_TIP))}"`;
    const text = `<hyperlink ref="${cell}" location="${escapeXml(location)}"${shown}/>`;
    const room = text.length * WIDEST;
    if (this.used + room > this.block.length) {
      this.full.push(this.block.subarray(0, this.used));
      this.block = new Uint8Array(Math.max(BLOCK, room));
      this.used = 0;
    }
    this.used += encoder.encodeInto(text, this.block.subarray(this.used)).written;
  }

  /** Everything that stands between the conditional rules and the print set-up; nothing where no cell is linked. */
  *xml(): Iterable<string | Uint8Array> {
    if (this.used === 0) return;
    yield '<hyperlinks>';
    yield* this.full;
    yield this.block.subarray(0, this.used);
    yield '</hyperlinks>';
  }
}
