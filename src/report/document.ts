/**
 * The report as plain data: what an official document says, in order, with semantic styles and no layout.
 * Every renderer (DOCX, HTML) reads this and decides nothing. Block and component names follow
 * Nghị định 30/2020/NĐ-CP, Phụ lục I; a renderer looks their format up in `templates/styles`.
 */

import type { PlainDate } from '../calendar/plain-date';
import type { Chart } from './chart';
import type { Fields } from './fields';

/** A stretch of text. `figure` names the number it shows, so that it can be walked back (`explain`). */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly figure?: string;
}

export type Align = 'left' | 'center' | 'right';
export type Orientation = 'portrait' | 'landscape';

export interface Column {
  readonly key: string;
  readonly title: string;
  /** Relative width; a renderer scales the sum to the text width of the page. */
  readonly weight: number;
  readonly align: Align;
}

/** `text` is exactly what is printed; `value` is the number behind it, when there is one. */
export interface Cell {
  readonly text: string;
  readonly value?: number;
  readonly figure?: string;
  readonly bold?: boolean;
  /** Columns covered, from this one to the right; 1 when absent. */
  readonly span?: number;
}

export interface Row {
  /** `group`: a heading inside the table (an area); `total`: a sum line. */
  readonly kind: 'data' | 'group' | 'total';
  readonly cells: readonly Cell[];
}

export interface Table {
  readonly id: string;
  readonly caption: string | null;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Print a second header row that numbers the columns "(1) (2) …", as the ministry's forms do. */
  readonly numberColumns: boolean;
}

export type Block =
  /** Level 1 `I. UPPER`, 2 `1. Title`, 3 `a) Title`; `number` is printed as given, with its mark ("I.", "1.", "a)"). */
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly number: string; readonly text: string }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  /** A dash list: each item is one paragraph that begins with "- ". */
  | { readonly kind: 'list'; readonly items: readonly (readonly Run[])[] }
  | { readonly kind: 'table'; readonly table: Table }
  /** A picture of figures that a table beside it holds; a renderer that cannot draw leaves it out. */
  | { readonly kind: 'chart'; readonly chart: Chart };

export interface Letterhead {
  /** Cơ quan chủ quản, one line an item, upper case; null where there is none (UBND cấp xã). */
  readonly parent: readonly string[] | null;
  /** Cơ quan ban hành, one line an item, upper case. */
  readonly issuer: readonly string[];
  /** Ký hiệu after the slash, "BC-SNV". */
  readonly symbol: string;
  /** Số, as printed ("05", "128"); null on a draft: blank space is left. */
  readonly number: string | null;
  /** Địa danh, "Hà Nội". */
  readonly place: string;
  /** Null on a draft: "ngày      tháng 3 năm 2026" with the day left blank. */
  readonly signedOn: PlainDate | null;
  /** Month and year that a draft prints. */
  readonly draftMonth: { readonly month: number; readonly year: number };
}

export interface Appendix {
  /** Roman number, null when the document has one appendix only (Phụ lục I, III.1a). */
  readonly number: string | null;
  readonly title: string;
  /** "(Kèm theo Báo cáo số …)" */
  readonly attachedTo: string;
  readonly orientation: Orientation;
  readonly blocks: readonly Block[];
}

export interface OfficialDocument {
  /** Id of the outline it was made by: an agency's Word template is kept under that name. */
  readonly form?: string;
  readonly letterhead: Letterhead;
  /** Tên loại ("BÁO CÁO"); null for a công văn, whose subject goes under the number ("V/v …"). */
  readonly typeName: string | null;
  /** Trích yếu, without a final full stop. */
  readonly subject: string;
  readonly urgency: 'HỎA TỐC' | 'THƯỢNG KHẨN' | 'KHẨN' | null;
  /** Kính gửi; empty when the document has none. */
  readonly addressees: readonly string[];
  /** Căn cứ, each without its final mark; the renderer ends them with ";" and the last with ".". */
  readonly legalBases: readonly string[];
  readonly body: readonly Block[];
  /** Quyền hạn, chức vụ: upper-case lines ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"). */
  readonly signature: { readonly lines: readonly string[]; readonly name: string | null };
  /** Nơi nhận, each without dash and mark; the last is the "Lưu" line. */
  readonly noiNhan: readonly string[];
  readonly appendices: readonly Appendix[];
  /** A line in the foot of every page that says the figures are samples; null for a real report. */
  readonly notice: string | null;
  /** Short texts that an agency's Word template may ask for besides; a form of the program prints none of them. */
  readonly fields?: Fields;
  readonly properties: {
    readonly title: string;
    readonly subject: string;
    readonly agency: string;
    /** Fixed document date (never the clock): the cut-off day, or the day of issue. */
    readonly createdOn: PlainDate;
    /** Custom properties: plan, period, template version, ledger position, …; printed nowhere. */
    readonly custom: Readonly<Record<string, string>>;
  };
}
