/**
 * How much of an Office file is held at once. A plan of a thousand tasks or a long report is far below each of
 * these; what is above them is a wrong file or a bomb, and gets one error.
 */

/** Bytes of a file as it lies on disk. The shell may look before it reads. */
export const MAX_FILE_BYTES = 50_000_000;
/** Bytes of one unpacked part of a Word or Excel file, and of all parts that are read. */
export const MAX_PART_BYTES = 30_000_000;
export const MAX_UNPACKED_BYTES = 60_000_000;
/** Entries of the zip directory: embedded pictures count, though they are never unpacked. */
export const MAX_ENTRIES = 10_000;
export const MAX_XML_NODES = 1_500_000;
export const MAX_XML_DEPTH = 200;
