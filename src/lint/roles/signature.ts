/** Finds the foot of the text: nơi nhận on the left, authority and name on the right. */

import { paragraphsOf, type Block, type Cell, type Paragraph, type Table } from '../model/document';
import { folded, isBold, isUpper } from './looks';
import { roleOfStyle, type Role } from './roles';
import type { Signature } from './view';

const RECIPIENTS = /^noi nhan\b/;
const AUTHORITY = /^(tm|kt|tl|tuq|q|t\/m|k\/t|t\/l)[. ]|^(k\/t|t\/m|t\/l)/;
const POSITION =
  /^((pho |quyen )?(giam doc|chu tich|truong|bo truong|thu truong|cuc truong|vu truong|chanh|vien truong|hieu truong|tong)|pho )/;
const DRAFTER = /^[\p{Lu}.]{1,8}\.? ?\(\d{1,4}\)$/u;
const REMARK = /^\((da ky|ky ten|ky, ?ghi ro|chu ky)/;

const isRecipients = (paragraph: Paragraph): boolean =>
  roleOfStyle(paragraph.styleId) === 'noiNhan' || RECIPIENTS.test(folded(paragraph));

const isAuthority = (paragraph: Paragraph): boolean => {
  const role = roleOfStyle(paragraph.styleId);
  if (role !== undefined) return role === 'chucVu';
  const text = folded(paragraph);
  return AUTHORITY.test(text) || (isUpper(paragraph.text) && POSITION.test(text));
};

interface Found {
  readonly cell: Cell;
  readonly row: number;
  readonly paragraphs: readonly Paragraph[];
}

function cellsWith(table: Table, holds: (paragraph: Paragraph) => boolean): Found | null {
  for (const [row, { cells }] of table.rows.entries())
    for (const cell of cells) {
      const paragraphs = paragraphsOf(cell.blocks);
      if (paragraphs.some(holds)) return { cell, row, paragraphs };
    }
  return null;
}

/** A table that holds "Nơi nhận", or nothing but a signer in one of its cells. */
export function signatureOfTable(table: Table): Signature | null {
  if (table.rows.length > 6) return null;
  const recipients = cellsWith(table, isRecipients);
  const signer = cellsWith(
    table,
    (each) => isAuthority(each) && (recipients === null || !recipients.paragraphs.includes(each)),
  );
  if (recipients === null && (signer === null || table.bordered)) return null;
  const rightOf = recipients ? table.rows[recipients.row]?.cells.at(-1) : undefined;
  const other =
    signer ??
    (rightOf && rightOf !== recipients?.cell
      ? { cell: rightOf, row: recipients?.row ?? 0, paragraphs: paragraphsOf(rightOf.blocks) }
      : null);
  return { table, recipients, signer: other };
}

/** A foot made of plain paragraphs: from "Nơi nhận" or the signer's first line to the end. */
function signatureOfFlow(paragraphs: readonly Paragraph[]): Signature | null {
  const from = paragraphs.findIndex(isRecipients);
  const signer = paragraphs.findIndex((each) => isAuthority(each) && isBold(each));
  if (from < 0 && signer < 0) return null;
  const none = { cell: null, row: 0 };
  const end = signer > from && from >= 0 ? signer : paragraphs.length;
  const recipients = from < 0 ? null : { ...none, paragraphs: paragraphs.slice(from, end) };
  const before = from > signer ? from : paragraphs.length;
  return {
    table: null,
    recipients,
    signer: signer < 0 ? null : { ...none, paragraphs: paragraphs.slice(signer, before) },
  };
}

/** The signature among the blocks after the head, and the blocks before it. */
export function findSignature(blocks: readonly Block[]): { signature: Signature | null; from: number; to: number } {
  for (let i = blocks.length - 1; i >= 0; i--) {
    const block = blocks[i] as Block;
    const signature = block.kind === 'table' ? signatureOfTable(block) : null;
    if (signature) return { signature, from: i, to: i + 1 };
  }
  const tail = blocks.findIndex(
    (block) => block.kind === 'paragraph' && (isRecipients(block) || (isAuthority(block) && isBold(block))),
  );
  if (tail < 0) return { signature: null, from: blocks.length, to: blocks.length };
  const paragraphs = blocks.slice(tail).filter((block): block is Paragraph => block.kind === 'paragraph');
  return { signature: signatureOfFlow(paragraphs), from: tail, to: blocks.length };
}

function assignSigner(paragraphs: readonly Paragraph[], roles: Map<Paragraph, Role>): void {
  const said = paragraphs.filter((each) => each.text !== '' && !REMARK.test(folded(each)));
  const untold = said.filter((each) => roleOfStyle(each.styleId) === undefined);
  const lastAuthority = said.findLastIndex(isAuthority);
  untold.forEach((each) => {
    const at = said.indexOf(each);
    const last = at === said.length - 1 && at > 0 && at > lastAuthority;
    roles.set(each, last ? 'hoTen' : 'chucVu');
  });
}

/** Tells the lines of the foot. */
export function assignSignature({ recipients, signer }: Signature, roles: Map<Paragraph, Role>): void {
  const all = [...(recipients?.paragraphs ?? []), ...(signer?.paragraphs ?? [])];
  for (const paragraph of all) roles.set(paragraph, roleOfStyle(paragraph.styleId) ?? 'empty');
  let listed = false;
  for (const paragraph of recipients?.paragraphs ?? []) {
    if (roleOfStyle(paragraph.styleId) !== undefined || paragraph.text === '') continue;
    if (isRecipients(paragraph)) {
      listed = true;
      roles.set(paragraph, 'noiNhan');
    } else roles.set(paragraph, DRAFTER.test(paragraph.text) ? 'drafter' : listed ? 'noiNhanItem' : 'cell');
  }
  for (const paragraph of recipients?.paragraphs ?? [])
    if (DRAFTER.test(paragraph.text)) roles.set(paragraph, 'drafter');
  assignSigner(signer?.paragraphs ?? [], roles);
}
