/** How much of a returned form is looked at. A form is a few hundred rows; what is far above that is no form. */

/** Bytes of a file as it lies on disk: pictures pasted into a form are let through. */
export const MAX_FORM_BYTES = 25_000_000;
/** Bytes of one unpacked part that is read, and of all of them. */
export const MAX_FORM_PART = 16_000_000;
export const MAX_FORM_UNPACKED = 40_000_000;
export const MAX_FORM_SHEETS = 60;
/** Row and cell elements of a workbook, filled or not. */
export const MAX_FORM_ROWS = 30_000;
export const MAX_FORM_CELLS = 400_000;
export const MAX_FORM_STRINGS = 100_000;
