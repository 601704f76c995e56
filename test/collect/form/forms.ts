/** Forms of the real plan made and read back in memory, as `form export` and `form import` do. */

import { formContextOf } from '../../../src/app/form-export';
import { importForm, type ImportedForm, type ImportOptions } from '../../../src/app/form-import';
import { bookingContext } from '../../../src/app/plan-data';
import { parseInstant, type Instant } from '../../../src/calendar/instant';
import { plainDate } from '../../../src/calendar/plain-date';
import { formModel } from '../../../src/collect/form/build';
import type { FormModel } from '../../../src/collect/form/model';
import { readFormWorkbook } from '../../../src/collect/read/workbook';
import { chainHash, eventId, GENESIS, type LedgerEvent, type NewEvent } from '../../../src/ledger/events';
import { sha256 } from '../../../src/lib/canonical-json';
import { failed, ok, type Outcome } from '../../../src/lib/diagnostic';
import { renderForm } from '../../../src/render/xlsx/form/render-form';
import { parseWorkbookStyles } from '../../../src/render/xlsx/workbook-styles';
import { readJson } from '../../support/data';
import { opened, planData } from '../../support/hanoi';

export const UNIT = 'phuong-ba-dinh';
export const NOW = parseInstant('2026-03-16T08:00:00+07:00') as Instant;
const styles = parseWorkbookStyles(readJson('templates', 'styles', 'workbook.json'));
const data = planData();
const booking = bookingContext(data);

/** The form of a unit, from the facts that a ledger holds. */
export function modelOf(unit = UNIT, period = '2026-Q1', events: readonly LedgerEvent[] = []): FormModel {
  const context = formContextOf(data, { ...opened(data, period), asOf: NOW, events });
  const model = formModel(context, unit).value;
  if (!model) throw new Error(`no form for ${unit}`);
  return model;
}

export const render = (model: FormModel): Promise<Uint8Array> => renderForm(model, styles);

/** Reads a workbook as it came back; `held`: what the ledger holds of the plan. */
export function take(
  bytes: Uint8Array,
  held: readonly LedgerEvent[] = [],
  more: Partial<ImportOptions> & { readonly name?: string; readonly now?: Instant } = {},
): Outcome<ImportedForm> {
  const name = more.name ?? 'phieu.xlsx';
  const now = more.now ?? NOW;
  const read = readFormWorkbook(name, bytes);
  if (!read.value) return failed(read.diagnostics);
  return importForm({ name, sha256: sha256(bytes), workbook: read.value }, held, {
    booking,
    contextOf: (id) => ok(formContextOf(data, { ...opened(data, id), asOf: now, events: held })),
    plan: data.plan.id,
    receivedOn: plainDate('2026-03-16'),
    unit: null,
    period: null,
    ...more,
    now,
  });
}

/** Events as a ledger would hold them after those it has. */
export function held(before: readonly LedgerEvent[], added: readonly NewEvent[], now = NOW): readonly LedgerEvent[] {
  const all = [...before];
  for (const event of added) {
    const last = all[all.length - 1];
    const base = {
      seq: all.length + 1,
      id: eventId(event),
      recordedAt: event.statedAt ?? now,
      sample: false,
      fact: event.fact,
      prev: last?.hash ?? GENESIS,
    };
    all.push({ ...base, hash: chainHash(base) });
  }
  return all;
}
