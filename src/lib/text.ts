/**
 * Text from outside is cleaned once, at the edge, here: NFC, no control characters, no invisible marks.
 * `fold` is for looking things up only; nothing folded is ever shown or stored.
 */

/** C0 and C1 controls except tab and line feed, U+FFFE/U+FFFF, lone surrogates, zero-width marks and the BOM. */
const UNWANTED =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B-\u200D\u2060\uFEFF\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** One class, quickly looked for: most texts hold none of these and need no second look. */
const SUSPECT = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B-\u200D\u2060\uD800-\uDFFF\uFEFF\uFFFE\uFFFF]/;

/**
 * Characters that stand as they are: none is unwanted and none can compose with a neighbour (combining marks and what
 * NFC replaces lie outside). Nearly every text of an office holds nothing else and need not be normalized.
 */
const SETTLED = /^[\t\n\u0020-\u007E\u00A0-\u02FF\u1E00-\u1EFF\u2010-\u2027\u2030-\u205E]*$/;

/** NFC text without characters that a DOCX, an XLSX or a terminal cannot hold; line ends become `\n`. */
export function cleanText(text: string): string {
  if (SETTLED.test(text)) return text;
  const clean = SUSPECT.test(text) ? text.replace(/\r\n?/g, '\n').replace(UNWANTED, '') : text;
  return clean.normalize('NFC');
}

/** What `squeeze` would change: most texts hold none of it and are handed back as they are. */
const LOOSE = /[^\S ]|\s\s|^\s|\s$/;

/** One line: every run of white space (no-break space included) becomes one space. */
export function squeeze(text: string): string {
  return LOOSE.test(text) ? text.replace(/\s+/gu, ' ').trim() : text;
}

/** Lower case without Vietnamese marks, one space between words: "Uỷ ban" and "ỦY BAN" fold to the same key. */
export function fold(text: string): string {
  return squeeze(
    text
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/[đĐ]/g, 'd')
      .toLowerCase(),
  );
}

/** `Sở Nội vụ` → `so-noi-vu`: the id of a body is its official name without marks. */
export function slug(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

const collator = new Intl.Collator('vi', { numeric: true });

/** Vietnamese alphabetical order, numbers by value ("Quý 2" before "Quý 10"). */
export function compareVietnamese(a: string, b: string): number {
  return collator.compare(a, b);
}
