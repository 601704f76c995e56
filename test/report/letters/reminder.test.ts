/** The reminder as it is printed: to one body, to all with a list, before the last day and after it. */

import { endOfDay } from '../../../src/calendar/instant';
import { plainDate } from '../../../src/calendar/plain-date';
import { remind, type Reminders, type RemindRequest } from '../../../src/app/remind';
import type { Fact, LedgerEvent } from '../../../src/ledger/events';
import { loadLetter } from '../../../src/shell/letters';
import { HANOI, toldFigure } from '../../fixtures/hanoi-figures';
import { ledgerOf } from '../../fixtures/events';
import { instant } from '../../fixtures/events';
import { project } from '../../render/docx/projection';
import { expectGolden } from '../../support/golden';
import { opened, planData, renderers, workspace } from '../../support/hanoi';

const data = planData();
const PERIOD = '2026-Q1';
const units = data.registry.units;

const sent = (unit: string, on: string, more: object = {}): Fact => ({
  ...{ kind: 'submission', plan: HANOI, unit, period: PERIOD, event: 'submitted', channel: null, note: null },
  occurredOn: plainDate(on),
  ...more,
});

/** Everybody has sent everything, but for those named. */
function ledger(but: readonly string[], more: readonly Fact[] = []): readonly LedgerEvent[] {
  const channels = opened(data, PERIOD).period.submissions.map((s) => s.channel);
  const facts = units
    .filter((u) => !but.includes(u.id))
    .flatMap(({ id }) => [
      toldFigure('1.4.1 3', id, PERIOD),
      ...channels.map((channel) => sent(id, '2026-03-14', { channel })),
    ]);
  return ledgerOf([...facts, ...more].map((fact) => ({ fact, at: instant('2026-03-16T08:00:00+07:00') })));
}

async function reminded(
  events: readonly LedgerEvent[],
  day: string,
  more: Partial<RemindRequest> = {},
): Promise<Reminders> {
  const letter = loadLetter(workspace, data.regime).value;
  if (!letter) throw new Error('no letter');
  const asOf = endOfDay(plainDate(day));
  const base: RemindRequest = {
    ...opened(data, PERIOD),
    asOf,
    letter,
    units: null,
    each: false,
    by: null,
    issued: null,
  };
  const made = await remind(data, events, { ...base, ...more }, ['docx'], await renderers());
  if (!made.value) throw new Error(JSON.stringify(made.diagnostics));
  return made.value;
}

const textOf = (made: Reminders, index = 0): string => project(made.files[index]?.bytes as Uint8Array);

const LATE = ['phuong-tay-ho', 'xa-quoc-oai'];

describe('công văn đôn đốc', () => {
  it('to all: what is owed, by whom, since when, with the list', async () => {
    const back = [
      sent('so-tu-phap', '2026-03-14', { channel: opened(data, PERIOD).period.submissions[1]?.channel }),
      sent('so-tu-phap', '2026-03-17'),
      sent('so-tu-phap', '2026-03-19', { event: 'returned', note: 'thiếu phụ lục số liệu' }),
      sent('phuong-lang', '2026-03-17'),
    ];
    const made = await reminded(ledger([...LATE, 'so-tu-phap', 'phuong-lang'], back), '2026-03-20', {
      by: plainDate('2026-03-23'),
      issued: { number: '512', signedOn: plainDate('2026-03-21') },
    });
    expect(made.files.map((f) => [f.name, f.unit])).toEqual([[`${PERIOD}/don-doc/cong-van-don-doc.docx`, null]]);
    expectGolden('letters/don-doc-chung.txt', textOf(made));
  });

  it('to one body', async () => {
    const made = await reminded(ledger(LATE), '2026-03-20', { each: true });
    expect(made.files.map((f) => f.unit)).toEqual(LATE);
    expectGolden('letters/don-doc-mot-don-vi.txt', textOf(made));
  });

  it('of two reports owed by one body says each, and of an empty one that it is empty', async () => {
    const facts = [sent('so-tu-phap', '2026-03-17')];
    const made = await reminded(ledger(['so-tu-phap'], facts), '2026-03-20');
    expectGolden('letters/don-doc-hai-bao-cao.txt', textOf(made));
  });

  it('before the last day it reminds, and says nothing of being late', async () => {
    const text = textOf(await reminded(ledger(['phuong-tay-ho']), '2026-03-17'));
    expect(text).toContain('V/v gửi báo cáo');
    expect(text).toContain('đúng thời hạn nêu trên');
    expect(text).not.toMatch(/quá hạn|gửi chậm|đôn đốc/);
  });

  it('is not made where nobody owes anything, nor for the body that sends it', async () => {
    expect((await reminded(ledger([]), '2026-03-20')).files).toEqual([]);
    expect((await reminded(ledger(['so-noi-vu']), '2026-03-20')).owed).toEqual([]);
  });

  it('same facts and day, same bytes', async () => {
    const [a, b] = [await reminded(ledger(LATE), '2026-03-20'), await reminded(ledger(LATE), '2026-03-20')];
    expect(Buffer.compare(a.files[0]?.bytes as Uint8Array, b.files[0]?.bytes as Uint8Array)).toBe(0);
  });
});
