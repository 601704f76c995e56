/** How the parts of an Office package point at each other (ECMA-376 part 2, section 9): names, targets, kinds. */

export const OFFICE_RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export interface Relationship {
  readonly id: string;
  /** Last word of the type: `header`, `styles`, `officeDocument`. */
  readonly type: string;
  /** Name of the part in the package. */
  readonly target: string;
}

/** "word/document.xml" → "word/_rels/document.xml.rels"; '' is the package itself. */
export const relsName = (part: string): string => part.replace(/([^/]*)$/, '_rels/$1.rels');

/** The part that a target means: absolute in the package, or from where the part stands. */
export function resolvePart(part: string, target: string): string {
  const steps = target.startsWith('/') ? [] : part.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** What the `Relationship` elements of a part's relations say; those that lead out of the package are left out. */
export function relationshipsIn(
  elements: readonly { readonly attributes: Readonly<Record<string, string | undefined>> }[],
  part: string,
): readonly Relationship[] {
  return elements
    .filter(({ attributes }) => attributes['TargetMode'] !== 'External')
    .map(({ attributes }) => ({
      id: attributes['Id'] ?? '',
      type: (attributes['Type'] ?? '').split('/').at(-1) ?? '',
      target: resolvePart(part, attributes['Target'] ?? ''),
    }));
}
