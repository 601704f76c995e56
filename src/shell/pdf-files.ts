/** The PDFs of Word files just made, added to them or in their place. */

import type { OutputFile } from '../app/outputs';
import { failed, ok, type Outcome } from '../lib/diagnostic';
import { toPdf } from './pdf';

/** Adds the PDFs that were asked for, and takes away Word files that were only wanted for them. */
export async function withPdf(
  files: readonly OutputFile[],
  formats: readonly string[],
): Promise<Outcome<readonly OutputFile[]>> {
  if (!formats.includes('pdf')) return ok(files);
  const word = files.filter((f) => f.name.endsWith('.docx'));
  const pdfs = await toPdf(word.map(({ name, bytes }) => ({ name, docx: bytes })));
  if (!pdfs.value) return failed(pdfs.diagnostics);
  const made = pdfs.value.map((bytes, i) => {
    const { name, unit } = word[i] as OutputFile;
    return { name: name.replace(/\.docx$/, '.pdf'), unit, bytes };
  });
  return ok([...files.filter((f) => formats.includes('docx') || !word.includes(f)), ...made]);
}
