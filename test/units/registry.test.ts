/**
 * Who is meant by a name, who belongs to a group on a day, who came before: asked of a small registry in which
 * bodies merge and split in mid-year, and of Hà Nội's own, where an old report must come out the same after 2025.
 */

import fc from 'fast-check';
import { addDays, plainDate, type PlainDate } from '../../src/calendar/plain-date';
import { checkRegistry, nameKey, registryOf } from '../../src/units/registry';
import { unitsSchema, type UnitsFile } from '../../src/units/schema';
import { readJson, readRegistry } from '../support/data';

const unit = (id: string, name: string, more: object = {}): object => ({
  id,
  name,
  fullName: `${name} thành phố Mẫu`,
  short: 'ĐVM',
  kind: 'so',
  parent: null,
  groups: [{ id: 'nhom-mau', from: '2026-01-01', to: null }],
  from: '2026-01-01',
  to: null,
  ...more,
});

/** Two bodies become one on 1/7; that one is split on 1/10 into two; one body leaves the group on 1/4. */
const sample: UnitsFile = unitsSchema.parse({
  id: 'mau',
  name: 'thành phố Mẫu',
  place: 'Mẫu',
  sources: [],
  kinds: { so: { name: 'Sở', signature: ['GIÁM ĐỐC'], parentLine: null } },
  groups: [
    { id: 'nhom-mau', name: 'Các đơn vị mẫu', variants: ['Đơn vị mẫu'], closed: true, from: '2026-01-01', to: null },
  ],
  units: [
    unit('don-vi-mau-01', 'Đơn vị mẫu 01', {
      to: '2026-06-30',
      successors: [{ unit: 'don-vi-mau-03', on: '2026-07-01' }],
    }),
    unit('don-vi-mau-02', 'Đơn vị mẫu 02', {
      to: '2026-06-30',
      successors: [{ unit: 'don-vi-mau-03', on: '2026-07-01' }],
    }),
    unit('don-vi-mau-03', 'Đơn vị mẫu 03', {
      from: '2026-07-01',
      to: '2026-09-30',
      groups: [{ id: 'nhom-mau', from: '2026-07-01', to: null }],
      successors: [
        { unit: 'don-vi-mau-04', on: '2026-10-01' },
        { unit: 'don-vi-mau-05', on: '2026-10-01' },
      ],
    }),
    unit('don-vi-mau-04', 'Đơn vị mẫu 04', {
      from: '2026-10-01',
      groups: [{ id: 'nhom-mau', from: '2026-10-01', to: null }],
    }),
    unit('don-vi-mau-05', 'Đơn vị mẫu 05', { from: '2026-10-01', groups: [] }),
    unit('don-vi-mau-06', 'Đơn vị mẫu 06', { groups: [{ id: 'nhom-mau', from: '2026-01-01', to: '2026-03-31' }] }),
    unit('don-vi-mau-07', 'Đơn vị mẫu 07', { variants: ['Tên trùng mẫu'], groups: [] }),
    unit('don-vi-mau-08', 'Đơn vị mẫu 08', { variants: ['Tên trùng mẫu'], groups: [] }),
  ],
});
const registry = registryOf(sample);
const hanoi = readRegistry('hanoi');
const hanoiFile = unitsSchema.parse(readJson('data', 'units', 'hanoi.json'));
const ids = (units: readonly { readonly id: string }[]): string =>
  units.map((u) => u.id.replace('don-vi-mau-', '')).join(' ');

describe('members of a group on a day', () => {
  test.each([
    ['2025-12-31', '', 'before anyone was there'],
    ['2026-01-01', '01 02 06', 'the first day counts'],
    ['2026-03-31', '01 02 06', 'the last day in the group counts'],
    ['2026-04-01', '01 02', 'one has left the group, though the body goes on'],
    ['2026-06-30', '01 02', 'the last day before the merger'],
    ['2026-07-01', '03', 'the merged body alone'],
    ['2026-09-30', '03', 'its last day'],
    ['2026-10-01', '04', 'of the two that came out of it one is in the group'],
  ])('on %s: %s (%s)', (on, members) => {
    expect(ids(registry.membersOf('nhom-mau', plainDate(on)))).toBe(members);
  });

  test('a body answers for itself while it is in force', () => {
    const on = (day: string): string => ids(registry.membersOf('don-vi-mau-01', plainDate(day)));
    expect([on('2025-12-31'), on('2026-01-01'), on('2026-06-30'), on('2026-07-01')]).toEqual(['', '01', '01', '']);
  });

  test('nobody belongs to a group that is not there', () => {
    expect(registry.membersOf('khong-co', plainDate('2026-06-01'))).toEqual([]);
  });

  test('no member of a group is out of force, on any day, and each stands once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2500 }), (n) => {
        const on = addDays(plainDate('2021-01-01'), n);
        for (const group of hanoi.groups) {
          const members = hanoi.membersOf(group.id, on);
          expect(members.every((u) => u.from <= on && (u.to === null || on <= u.to))).toBe(true);
          expect(new Set(members).size).toBe(members.length);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('bodies that came before', () => {
  const before = (id: string, on: string): string => ids(registry.predecessorsOf(`don-vi-mau-${id}`, plainDate(on)));

  test.each([
    ['03', '2026-06-30', '', 'the merger has not happened yet'],
    ['03', '2026-07-01', '01 02', 'both, from the day of the merger'],
    ['04', '2026-10-01', '03 01 02', 'through the body that was split'],
    ['05', '2026-12-31', '03 01 02', 'the same for the other half'],
    ['06', '2026-12-31', '', 'nobody'],
  ])('of %s on %s: %s (%s)', (id, on, wanted) => {
    expect(before(id, on)).toBe(wanted);
  });

  test('two bodies that succeed each other do not make the walk endless', () => {
    const [first, ...rest] = sample.units;
    const circle = {
      ...sample,
      units: [{ ...first, successors: [{ unit: 'don-vi-mau-03', on: '2026-07-01' }] }, ...rest],
    } as UnitsFile;
    const back = { unit: 'don-vi-mau-01', on: plainDate('2026-07-01') };
    const units = circle.units.map((u) => (u.id === 'don-vi-mau-03' ? { ...u, successors: [back] } : u));
    expect(ids(registryOf({ ...circle, units }).predecessorsOf('don-vi-mau-01', plainDate('2026-12-31')))).toBe(
      '03 01 02',
    );
  });
});

describe('who is meant', () => {
  test.each([
    ['so-noi-vu', 'so-noi-vu', 'its id'],
    ['  so-noi-vu ', 'so-noi-vu', 'its id with spaces'],
    ['Sở Nội vụ', 'so-noi-vu', 'its name'],
    ['SỞ NỘI VỤ', 'so-noi-vu', 'upper case'],
    ['so noi vu', 'so-noi-vu', 'without marks'],
    ['Sở Nội vụ thành phố Hà Nội', 'so-noi-vu', 'its full name'],
    ['Sở Nội vụ TP. Hà Nội', 'so-noi-vu', 'the city abbreviated'],
    ['Sở Nội vụ (Ban Thi đua Khen thưởng)', 'so-noi-vu', 'a variant as the plan prints it'],
    ['Sở Nội\nvụ', 'so-noi-vu', 'broken over two lines'],
    ['Sở Văn hoá và Thể thao', 'so-van-hoa-va-the-thao', 'an old tone mark: hoá for hóa'],
    ['Uỷ ban nhân dân phường Ba Đình', 'phuong-ba-dinh', 'an old tone mark: Uỷ for Ủy'],
    ['ỦY BAN NHÂN DÂN PHƯỜNG BA ĐÌNH', 'phuong-ba-dinh', 'as the letterhead prints it'],
    ['UBND phường Ba Đình', 'phuong-ba-dinh', 'UBND'],
    ['phường Ba Đình', 'phuong-ba-dinh', 'the place it governs'],
    ['Phường Ba Đình'.normalize('NFD'), 'phuong-ba-dinh', 'decomposed letters'],
    ['UBND xã Sóc Sơn', 'xa-soc-son', 'a commune'],
    ['UBND các xã, phường', 'ubnd-xa-phuong', 'a group'],
    ['Các Sở, ban, ngành Thành phố', 'so-ban-nganh', 'a variant of a group'],
    ['Sở Quy hoạch và Kiến trúc', 'so-quy-hoach-kien-truc', 'the name as the plan misprints it'],
  ])('"%s" is %s: %s', (text, id) => {
    expect(hanoi.find(text)).toBe(id);
  });

  test.each(['Sở Mẫu', '', 'Hà Nội', 'Ba Đình 2'])('"%s" is nobody', (text) => {
    expect(hanoi.find(text)).toBeUndefined();
  });

  test('a name that two bodies have is nobody: nothing is guessed', () => {
    expect(registry.find('Tên trùng mẫu')).toBeUndefined();
    expect(registry.find('Đơn vị mẫu 07')).toBe('don-vi-mau-07');
  });

  test('every name, variant and id of Hà Nội’s registry means its own body, however it is written', () => {
    for (const { id, name, fullName, variants } of hanoiFile.units) {
      for (const text of [id, name, fullName, ...variants]) {
        expect([text, hanoi.find(text)]).toEqual([text, id]);
        expect([text, hanoi.find(text.toLocaleUpperCase('vi').normalize('NFD'))]).toEqual([text, id]);
      }
    }
  });

  test.each([
    ['TP. Hà Nội', 'thanh pho ha noi'],
    ['TP.HCM', 'thanh pho hcm'],
    ['HĐND và UBND', 'hoi dong nhan dan va uy ban nhan dan'],
    ['Sở Lao động – Thương binh & Xã hội', 'so lao dong thuong binh xa hoi'],
    ['tpm', 'tpm'],
  ])('the key of "%s" is "%s"', (text, key) => {
    expect(nameKey(text)).toBe(key);
  });
});

describe('nearest names', () => {
  test.each([
    ['so noi vuu', 'so-noi-vu'],
    ['Sở Khoa học Công nghệ', 'so-khoa-hoc-va-cong-nghe'],
    ['phuong ba dih', 'phuong-ba-dinh'],
    ['Trung tâm phục vụ hành chính công', 'trung-tam-phuc-vu-hanh-chinh-cong-thanh-pho'],
  ])('to "%s" the first is %s', (text, id) => {
    expect(hanoi.nearest(text, 3)[0]).toBe(id);
  });

  test('are as many as asked for, none twice, the same every time, and none for noise', () => {
    expect(hanoi.nearest('Sở', 5)).toEqual(hanoi.nearest('Sở', 5));
    expect(new Set(hanoi.nearest('phuong', 7)).size).toBe(hanoi.nearest('phuong', 7).length);
    expect(hanoi.nearest('phuong ba', 2)).toHaveLength(2);
    expect(hanoi.nearest('zzzz', 3)).toEqual([]);
    expect(hanoi.nearest('', 3)).toEqual([]);
  });
});

describe('faults of a registry', () => {
  test('the sample has none', () => {
    expect(checkRegistry(sample, 'mau.json')).toEqual([]);
  });

  test('all are told at once, each with the entry it stands in', () => {
    const [first, second, ...rest] = sample.units;
    const faulty = {
      ...sample,
      units: [
        { ...first, kind: 'khong-co', groups: [{ id: 'nhom-la', from: '2026-01-01', to: null }] },
        { ...second, id: 'nhom-mau', successors: [{ unit: 'khong-ai', on: '2026-07-01' }] },
        ...rest,
      ],
    } as UnitsFile;
    expect(checkRegistry(faulty, 'mau.json')).toMatchObject([
      { code: 'BC1101', level: 'error', where: { file: 'mau.json', path: 'nhom-mau' }, params: { id: 'nhom-mau' } },
      { code: 'BC1102', where: { path: 'don-vi-mau-01' }, params: { id: 'don-vi-mau-01', kind: 'khong-co' } },
      { code: 'BC1103', where: { path: 'don-vi-mau-01' }, params: { id: 'don-vi-mau-01', group: 'nhom-la' } },
      { code: 'BC1104', where: { path: 'nhom-mau' }, params: { id: 'nhom-mau', successor: 'khong-ai' } },
    ]);
  });
});

describe('Hà Nội', () => {
  const at = (group: string, on: string): number => hanoi.membersOf(group, plainDate(on)).length;

  test('has 126 communes since 1/7/2025, 51 phường and 75 xã, and none before', () => {
    expect([at('ubnd-xa-phuong', '2025-06-30'), at('ubnd-xa-phuong', '2025-07-01')]).toEqual([0, 126]);
    const kinds = hanoi.membersOf('ubnd-xa-phuong', plainDate('2026-03-14')).map((u) => u.kind);
    expect([kinds.filter((k) => k === 'phuong').length, kinds.filter((k) => k === 'xa').length]).toEqual([51, 75]);
  });

  test('has seven bodies that follow a field, those that mục III.2 of the plan names', () => {
    expect(
      hanoi
        .membersOf('so-theo-doi-linh-vuc', plainDate('2026-03-14'))
        .map((u) => u.name)
        .sort(),
    ).toEqual(
      [
        'Văn phòng UBND Thành phố',
        'Sở Nội vụ',
        'Sở Tư pháp',
        'Sở Tài chính',
        'Sở Khoa học và Công nghệ',
        'Thanh tra Thành phố',
        'Trung tâm Phục vụ hành chính công Thành phố',
      ].sort(),
    );
  });

  test.each([
    ['so-tai-chinh', '2025-02-28', ''],
    ['so-tai-chinh', '2025-03-01', 'so-ke-hoach-va-dau-tu'],
    ['so-xay-dung', '2026-03-14', 'so-giao-thong-van-tai'],
    [
      'so-nong-nghiep-va-moi-truong',
      '2026-03-14',
      'so-tai-nguyen-va-moi-truong so-nong-nghiep-va-phat-trien-nong-thon',
    ],
    ['so-khoa-hoc-va-cong-nghe', '2026-03-14', 'so-thong-tin-va-truyen-thong'],
  ])('before %s, as known on %s: "%s"', (id, on, before) => {
    expect(ids(hanoi.predecessorsOf(id, plainDate(on)))).toBe(before);
  });

  test('a body that has ended is succeeded the day after, by one that is in force then', () => {
    const ended = hanoi.units.filter((u) => u.to !== null);
    expect(ended.length).toBeGreaterThan(10);
    for (const { id, to, successors } of ended) {
      expect([id, successors.map((s) => s.on)]).toEqual([id, successors.map(() => addDays(to as PlainDate, 1))]);
      for (const next of successors) expect(hanoi.membersOf(next.unit, next.on).map((u) => u.id)).toEqual([next.unit]);
      expect(successors.length).toBeGreaterThan(0);
    }
  });
});
