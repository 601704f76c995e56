/** The marks that the decree puts at the end of listed lines: ";" after each, "." after the last. */

/** The text without a final mark or space, so that the right mark can follow. */
export function withoutMark(text: string): string {
  return text.trimEnd().replace(/[.;,]$/, '');
}

/** The lines with ";" after each and "." after the last. */
export function marked(lines: readonly string[]): string[] {
  return lines.map((line, i) => withoutMark(line) + (i === lines.length - 1 ? '.' : ';'));
}
