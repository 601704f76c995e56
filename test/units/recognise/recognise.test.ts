/**
 * Lists of bodies as plans write them, read with the registries that come with the program. The table is checked by a
 * clerk: after a body `~` is a variant, `≈` a wrong letter, `!` a slip that is said, `-` one that was not there in the
 * year; `+` before it supports, `=` only describes. On the right what was left over, remarks in brackets.
 */

import fc from 'fast-check';
import { plainDate } from '../../../src/calendar/plain-date';
import { recognise, type BodyMatch, type Recognition } from '../../../src/units/recognise';
import { readTable } from '../../fixtures/tables';
import { readRegistry } from '../../support/data';

const registries = new Map(['hcmc', 'hanoi', 'thanh-pho'].map((id) => [id, readRegistry(id)]));
const registryOf = (id: string) => registries.get(id) as ReturnType<typeof readRegistry>;
const inYear = (year: string) => ({ from: plainDate(`${year}-01-01`), to: plainDate(`${year}-12-31`) });

const ROLES: Readonly<Record<BodyMatch['role'], string>> = { listed: '', supporting: '+', described: '=' };
const HOWS: Readonly<Record<BodyMatch['how'], string>> = { exact: '', told: '*', variant: '~', near: '≈' };

function written({ matches }: Recognition): string {
  const one = (m: BodyMatch): string => {
    const marks = `${HOWS[m.how]}${m.misspelt ? '!' : ''}${m.outside ? '-' : ''}`;
    return `${ROLES[m.role]}${m.id}${marks ? ` ${marks}` : ''}`;
  };
  return [...new Set(matches.map(one))].join(' | ');
}

const left = ({ leftovers }: Recognition): string =>
  leftovers.map((l) => (l.kind === 'remark' ? `(${l.text})` : l.text)).join(' | ');

test.each(readTable('bodies.csv'))('$registry $year: "$text"', (row) => {
  const text = (row.text ?? '').replaceAll('\\n', '\n');
  const found = recognise(text, registryOf(row.registry ?? ''), inYear(row.year ?? ''));
  expect([written(found), left(found)]).toEqual([row.bodies, row.left]);
});

test('a match keeps the stretch of text that it came from', () => {
  const text = 'Giám đốc Sở Nội vụ (tổng hợp); Sở Tài chính Thành phố';
  const { matches } = recognise(text, registryOf('hcmc'), inYear('2026'));
  expect(matches.map((m) => text.slice(m.from, m.to))).toEqual(['Sở Nội vụ', 'Sở Tài chính Thành phố']);
  expect(matches.map((m) => m.text)).toEqual(['Sở Nội vụ', 'Sở Tài chính Thành phố']);
});

test('somebody unknown comes with the nearest known ones, a remark with none', () => {
  const { leftovers } = recognise('Sở Tài nguyên nước; Sở Nội vụ tổng hợp', registryOf('hcmc'), inYear('2026'));
  expect(leftovers.map((l) => [l.kind, l.text])).toEqual([
    ['unknown', 'Sở Tài nguyên nước'],
    ['remark', 'tổng hợp'],
  ]);
  expect(leftovers[0]?.nearest).toContain('so-tai-nguyen-va-moi-truong');
  expect(leftovers[1]?.nearest).toEqual([]);
});

test('a person’s reading goes before the registry, and may say that nobody is meant', () => {
  const readings = [
    { text: 'Triển khai thực hiện tại đơn vị', bodies: [] },
    { text: 'Sở Nội vụ và đơn vị liên quan', bodies: ['so-noi-vu', 'so-tai-chinh'] },
  ];
  const read = (text: string): Recognition => recognise(text, registryOf('hcmc'), { ...inYear('2024'), readings });
  expect(read('Triển khai thực hiện tại đơn vị')).toEqual({ matches: [], leftovers: [] });
  expect(read('Sở Nội vụ và đơn vị liên quan').matches.map((m) => [m.id, m.how])).toEqual([
    ['so-noi-vu', 'told'],
    ['so-tai-chinh', 'told'],
  ]);
});

test('every unit and every closed group is found by its own names in its own time', () => {
  for (const [id, registry] of registries) {
    const wrong = [...registry.units, ...registry.groups].flatMap((entry) => {
      const names = 'fullName' in entry ? [entry.name, entry.fullName] : [entry.name];
      return names.flatMap((name) => {
        const { matches, leftovers } = recognise(name, registry, { from: entry.from, to: entry.to });
        const good =
          matches.length === 1 && matches[0]?.id === entry.id && matches[0].how === 'exact' && leftovers.length === 0;
        return good ? [] : [[id, entry.id, name, written({ matches, leftovers })]];
      });
    });
    expect(wrong).toEqual([]);
  }
});

test('any text is answered: matches and leftovers lie inside it and no two overlap', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'Sở Nội vụ',
      'các sở, ban, ngành',
      'UBND',
      ';',
      ' và ',
      ', ',
      '(',
      ')',
      '\n- ',
      'Thanh tra',
      'phối hợp',
    ),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join(' ');
      const { matches, leftovers } = recognise(text, registryOf('hcmc'), inYear('2026'));
      const spans = [...matches, ...leftovers].sort((a, b) => a.from - b.from);
      for (const [i, span] of spans.entries()) {
        expect(span.from).toBeLessThan(span.to);
        expect(text.slice(span.from, span.to)).toBe(span.text);
        expect(span.from).toBeGreaterThanOrEqual(spans[i - 1]?.to ?? 0);
      }
    }),
    { numRuns: 300 },
  );
});
