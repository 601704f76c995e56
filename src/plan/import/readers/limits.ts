/** How much of a document's tables a reader is willing to hold; bytes and XML are bounded by `office-file`. */

/** Bytes of a text file: text has no pictures to excuse its size. */
export const MAX_TEXT_BYTES = 10_000_000;
export const MAX_ROWS = 20_000;
export const MAX_COLUMNS = 200;
/** Cells after merged ones are repeated. */
export const MAX_CELLS = 400_000;
