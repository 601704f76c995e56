/** Core and custom properties of one document. Nothing here comes from the clock: both dates are the document's own. */

import type { OfficialDocument } from '../../report/document';
import { escapeXml } from './xml';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

function element(name: string, text: string): string {
  return text === '' ? '' : `<${name}>${escapeXml(text)}</${name}>`;
}

/** `docProps/core.xml`. */
export function corePropertiesXml(
  document: Pick<OfficialDocument, 'typeName' | 'subject' | 'notice' | 'properties'>,
  language: string,
): string {
  const { title, subject, agency, createdOn } = document.properties;
  const description = [document.typeName, document.subject, document.notice].filter((part) => part !== null).join('. ');
  const date = (name: string): string =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${createdOn}T00:00:00Z</dcterms:${name}>`;
  return (
    `${DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    element('dc:title', title) +
    element('dc:subject', subject) +
    element('dc:creator', agency) +
    element('dc:description', description) +
    element('dc:language', language) +
    element('cp:lastModifiedBy', agency) +
    `${date('created')}${date('modified')}</cp:coreProperties>`
  );
}

/** `docProps/custom.xml`, names in code-point order. */
export function customPropertiesXml(custom: Readonly<Record<string, string>>): string {
  const properties = Object.keys(custom)
    .sort()
    .map(
      (name, i) =>
        `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${i + 2}" name="${escapeXml(name)}">` +
        `<vt:lpwstr>${escapeXml(custom[name] as string)}</vt:lpwstr></property>`,
    );
  return (
    `${DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"` +
    ` xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${properties.join('')}</Properties>`
  );
}
