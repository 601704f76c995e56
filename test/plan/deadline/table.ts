/**
 * Reads the due tables of test/tables (RFC 4180 quoting, semicolons) and writes a due in their notation, which a
 * clerk can check: `quarter 2026-01-01..2026-03-31 [label]`, parts divided by ` / `.
 */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Due, Recurrence, Trigger } from '../../../src/plan/deadline/due';

export type Row = Readonly<Record<string, string>>;

const CELL = /(?:"((?:[^"]|"")*)"|([^;\n]*))(;|\n|$)/gy;

export function readTable(name: string): readonly Row[] {
  const text = readFileSync(path.join(__dirname, '../../tables', name), 'utf8');
  const lines: string[][] = [[]];
  CELL.lastIndex = 0;
  for (let m = CELL.exec(text); m && m.index < text.length; m = CELL.exec(text)) {
    lines.at(-1)?.push(m[1]?.replaceAll('""', '"') ?? m[2] ?? '');
    if (m[3] === '\n') lines.push([]);
  }
  const [header = [], ...rows] = lines.filter((line) => line.length > 0);
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''])));
}

/** The columns of the table that a reading fills. */
export function columns(due: Due): Row {
  return {
    kind: due.kind,
    start: due.start ?? '',
    end: due.end ?? '',
    recurrence: written(due.recurrence),
    trigger: triggered(due.trigger),
    alsoContinuous: due.alsoContinuous ? 'yes' : '',
    parts: parts(due),
    unread: due.unread,
  };
}

function parts(due: Due): string {
  const either = due.alternatives.length > 0 ? `either ${due.alternatives.map(part).join(' / ')}` : '';
  const own = due.parts.length === 0 && due.label !== null ? `[${due.label}]` : '';
  const condition = due.condition === null ? '' : `if ${due.condition}`;
  return [either, due.parts.map(part).join(' / '), own, condition].filter((text) => text !== '').join(' ');
}

function part(due: Due): string {
  const days = due.start === null && due.end === null ? '' : `${due.start ?? ''}..${due.end ?? ''}`;
  const trigger = due.trigger ? `<${triggered(due.trigger)}>` : '';
  const label = due.label === null ? '' : `[${due.label}]`;
  const texts = [due.kind, days, written(due.recurrence), trigger, due.alsoContinuous ? 'and on' : '', label];
  return texts.filter((text) => text !== '').join(' ');
}

function written(recurrence: Recurrence | null): string {
  if (!recurrence) return '';
  const { every, dayOfMonth: day, months } = recurrence;
  const inside = months ? `months ${months.from}-${months.to}` : '';
  return [every, day === null ? '' : `day ${day}`, inside].filter((text) => text !== '').join(' ');
}

function triggered(trigger: Trigger | null): string {
  if (!trigger) return '';
  const { offset, signing, text } = trigger;
  const days = offset ? `+${offset.days}${offset.working ? ' working' : ''} days` : '';
  return [days, signing ? 'signing' : '', text].filter((piece) => piece !== '').join(' | ');
}
