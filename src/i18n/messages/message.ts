/** How a problem is said: what is wrong, on what ground (căn cứ), what to do. `{name}` is a value of the diagnostic. */

export interface Message {
  /** One line for the catalogue. */
  readonly title: string;
  readonly message: string;
  readonly basis?: string;
  readonly help?: string;
}

export type Messages = Readonly<Record<string, Message>>;

export const CONTRACT = 'quy ước dữ liệu của chương trình (docs/huong-dan.md)';
export const ND09 = 'Điều 12 Nghị định số 09/2019/NĐ-CP ngày 24/01/2019 của Chính phủ';
