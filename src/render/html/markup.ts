/** HTML text and attributes, escaped; a page around a body with its style sheet inlined, so that one file is all. */

import { cleanText } from '../../lib/text';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for element content or a quoted attribute. */
export function escapeHtml(text: string): string {
  return cleanText(text).replace(/[&<>"']/g, (char) => ENTITIES[char] as string);
}

/** Text for element content, line feeds as `<br>`. */
export function escapeLines(text: string): string {
  return escapeHtml(text).replace(/\n/g, '<br>');
}

/** ` name="value"` for each attribute that has a value. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`)
    .join('');
}

/** Text as a CSS string; nothing in it can end the string or the style element. */
export function cssString(text: string): string {
  const escaped = cleanText(text).replace(/[\\"'<>\n]/g, (char) => `\\${char.charCodeAt(0).toString(16)} `);
  return `"${escaped}"`;
}

export interface PageHead {
  readonly title: string;
  readonly author: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly subject?: string;
  readonly custom: Readonly<Record<string, string>>;
  readonly css: string;
  /** Content policy of a page that runs a script of its own. */
  readonly policy?: string;
}

/** A whole page. Throws on a style sheet that would end its own element: it ships with the program. */
export function page(head: PageHead, body: string): string {
  if (/<\/style/i.test(head.css)) throw new RangeError('style sheet ends its own element');
  const meta = (name: string, content: string | undefined): string =>
    content === undefined ? '' : `<meta${attributes({ name, content })}>\n`;
  const policy =
    head.policy === undefined
      ? ''
      : `<meta${attributes({ 'http-equiv': 'Content-Security-Policy', content: head.policy })}>\n`;
  const custom = Object.entries(head.custom).map(([name, value]) => meta(`baocao:${name}`, value));
  return (
    '<!DOCTYPE html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n' +
    policy +
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n' +
    `<title>${escapeHtml(head.title)}</title>\n` +
    meta('author', head.author) +
    meta('date', head.date) +
    meta('description', head.subject) +
    custom.join('') +
    `<style>\n${head.css.trim()}\n</style>\n</head>\n<body>\n${body}</body>\n</html>\n`
  );
}
