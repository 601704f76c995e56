/**
 * An official document as one self-contained HTML file that looks like the page of Nghị định 30/2020/NĐ-CP:
 * header block in two columns, title, body, signature and nơi nhận, appendices each on its own page.
 */

import { formatLongDate, monthText } from '../../i18n/format';
import type { Appendix, Letterhead, OfficialDocument } from '../../report/document';
import { marked } from '../docx/marks';
import { blocksHtml } from './blocks';
import type { DrawChart } from './chart';
import { attributes, cssString, escapeHtml, escapeLines, page } from './markup';

const BLANK = '\u00a0'.repeat(6);

const lines = (items: readonly string[]): string => items.map(escapeHtml).join('<br>');

/** Text with the rule that the decree draws under it; `kind` says how long the rule is. */
const ruled = (kind: string, html: string): string => `<div class="ruled ${kind}">${html}<hr></div>\n`;

function dateLine({ place, signedOn, draftMonth }: Letterhead): string {
  const draft = `ngày ${BLANK} tháng ${monthText(draftMonth.month)} năm ${draftMonth.year}`;
  return `${place}, ${signedOn ? formatLongDate(signedOn) : draft}`;
}

/** Four places of a grid: names and motto on one row, number and date on the next, as in the decree's diagram. */
function letterheadHtml({ letterhead, typeName, subject, urgency }: OfficialDocument): string {
  const { parent, issuer, number, symbol } = letterhead;
  const veViec = typeName === null ? `<h1 class="ve-viec">V/v ${escapeLines(subject)}</h1>\n` : '';
  const box = urgency === null ? '' : `<p class="urgency">${escapeHtml(urgency)}</p>\n`;
  return (
    '<header class="letterhead">\n<div>\n' +
    (parent === null ? '' : `<p class="parent">${lines(parent)}</p>\n`) +
    ruled('short', `<p class="issuer">${lines(issuer)}</p>`) +
    '</div>\n<div>\n<p class="quoc-hieu">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>\n' +
    ruled('full', '<p class="tieu-ngu">Độc lập - Tự do - Hạnh phúc</p>') +
    `</div>\n<div>\n<p class="so-ky-hieu">Số: ${escapeHtml(number ?? BLANK)}/${escapeHtml(symbol)}</p>\n` +
    `${veViec}${box}</div>\n<div>\n<p class="dia-danh">${escapeHtml(dateLine(letterhead))}</p>\n</div>\n</header>\n`
  );
}

function titleHtml({ typeName, subject }: OfficialDocument): string {
  if (typeName === null) return '';
  const html = `<span>${escapeHtml(typeName)}</span> <span>${escapeLines(subject)}</span>`;
  return ruled('short', `<h1 class="ten-loai">${html}</h1>`);
}

/** II.9d: one recipient on the same line without a mark; more than one each on its own line. */
function addresseesHtml(addressees: readonly string[]): string {
  if (addressees.length === 0) return '';
  if (addressees.length === 1) return `<p class="kinh-gui">Kính gửi: ${escapeHtml(addressees[0] as string)}</p>\n`;
  const items = marked(addressees).map((to) => `<li>- ${escapeHtml(to)}</li>\n`);
  return `<div class="kinh-gui-list">\n<p>Kính gửi:</p>\n<ul>\n${items.join('')}</ul>\n</div>\n`;
}

function legalBasesHtml(bases: readonly string[]): string {
  return marked(bases)
    .map((base) => `<p class="can-cu">${escapeLines(base)}</p>\n`)
    .join('');
}

function signatureHtml({ signature, noiNhan }: OfficialDocument): string {
  const recipients = marked(noiNhan).map((to) => `<li>- ${escapeHtml(to)}</li>\n`);
  const list = noiNhan.length === 0 ? '' : `<p>Nơi nhận:</p>\n<ul>\n${recipients.join('')}</ul>\n`;
  const name = signature.name === null ? '' : `<p class="name">${escapeHtml(signature.name)}</p>\n`;
  return (
    `<footer class="signature">\n<div class="noi-nhan">\n${list}</div>\n` +
    `<div class="signer">\n<p>${lines(signature.lines)}</p>\n<div class="space"></div>\n${name}</div>\n</footer>\n`
  );
}

function appendixHtml(appendix: Appendix, index: number, draw: DrawChart): string {
  const label = appendix.number === null ? 'Phụ lục' : `Phụ lục ${appendix.number}`;
  const id = `phu-luc-${index + 1}`;
  const title = `<span>${escapeHtml(label)}</span> <span>${escapeLines(appendix.title.toUpperCase())}</span>`;
  return (
    `<section${attributes({ class: `page appendix ${appendix.orientation}`, 'aria-labelledby': id })}>\n` +
    `<h2${attributes({ id })} class="ten-phu-luc">${title}</h2>\n` +
    ruled('short', `<p class="kem-theo">${escapeLines(appendix.attachedTo)}</p>`) +
    `${blocksHtml(appendix.blocks, 2, draw)}</section>\n`
  );
}

/** The notice in the foot of every printed page; browsers that do not know page margin boxes leave it out. */
function printedNotice(notice: string | null): string {
  if (notice === null) return '';
  return `@page { @bottom-center { content: ${cssString(notice)}; font: italic 11pt 'Times New Roman', serif; } }\n`;
}

/** Does it need `draw` at all? */
export function hasCharts({ body, appendices }: OfficialDocument): boolean {
  return [body, ...appendices.map(({ blocks }) => blocks)].some((blocks) =>
    blocks.some(({ kind }) => kind === 'chart'),
  );
}

/** One HTML file for the document; `css` is the text of `templates/html/chart.css` and `report.css`. */
export function renderDocumentHtml(document: OfficialDocument, css: string, draw: DrawChart): string {
  const { properties } = document;
  const notice = document.notice === null ? '' : `<p class="notice" role="note">${escapeLines(document.notice)}</p>\n`;
  const appendices = document.appendices.map((appendix, i) => appendixHtml(appendix, i, draw)).join('');
  const body =
    `${notice}<main>\n<article class="page portrait">\n${letterheadHtml(document)}${titleHtml(document)}` +
    addresseesHtml(document.addressees) +
    legalBasesHtml(document.legalBases) +
    blocksHtml(document.body, 1, draw) +
    `${signatureHtml(document)}</article>\n${appendices}</main>\n`;
  const head = {
    title: properties.title,
    author: properties.agency,
    date: properties.createdOn,
    subject: properties.subject,
    custom: properties.custom,
    css: css.trim() + '\n' + printedNotice(document.notice),
  };
  return page(head, body);
}
