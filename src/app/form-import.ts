/**
 * `form import`: one returned workbook becomes events, or a list of what is wrong with it. Decides only; the shell has
 * read the cells, and appends what is decided here.
 */

import type { Instant } from '../calendar/instant';
import type { PlainDate } from '../calendar/plain-date';
import { readAnswers, isEmpty, type FormAnswers } from '../collect/form/answers';
import { formModel } from '../collect/form/build';
import { formEvents } from '../collect/form/changes';
import type { FormContext } from '../collect/form/context';
import type { FormIdentity, FormModel } from '../collect/form/model';
import { guideLine, returnedForm, sealIn } from '../collect/form/returned';
import { lockedHash } from '../collect/form/seal';
import { standingOf } from '../collect/form/standing';
import type { ReadWorkbook } from '../collect/read/cells';
import { upperFirst } from '../i18n/words';
import type { BookingContext } from '../ledger/booking';
import type { LedgerEvent, NewEvent } from '../ledger/events';
import {
  error,
  failed,
  hasErrors,
  info,
  ok,
  warning,
  type Diagnostic,
  type Outcome,
  type Place,
} from '../lib/diagnostic';
import { slug } from '../lib/text';

/** A workbook as the shell hands it over. */
export interface ReturnedFile {
  /** As messages name it. */
  readonly name: string;
  readonly sha256: string;
  readonly workbook: ReadWorkbook;
}

export interface ImportOptions {
  readonly booking: BookingContext;
  /** The forms of that period; BC1304 when the regime has none such. */
  readonly contextOf: (period: string) => Outcome<FormContext>;
  readonly plan: string;
  readonly now: Instant;
  /** The day on which the workbooks were received. */
  readonly receivedOn: PlainDate;
  /** What the sender's letter says it is, where that is known. */
  readonly unit: string | null;
  readonly period: string | null;
}

/** How much of what was asked has been answered. */
export interface Filled {
  readonly tasks: readonly [number, number];
  readonly figures: readonly [number, number];
  readonly sections: readonly [number, number];
}

export interface ImportedForm {
  readonly identity: FormIdentity;
  readonly events: readonly NewEvent[];
  /** The cell that told each event. */
  readonly places: readonly { readonly where: Place }[];
  readonly filled: Filled;
  readonly empty: boolean;
  /** This very workbook is in the ledger already. */
  readonly known: boolean;
}

/** Whose workbook it is; told apart so that two of one unit are noticed before either is read. */
export function identityOf(file: ReturnedFile): Outcome<FormIdentity> {
  const seal = sealIn(file.workbook, file.name);
  return seal.value ? ok(seal.value.identity) : failed(seal.diagnostics);
}

/** All of a workbook or nothing of it. `events`: what the ledger holds of the unit. */
export function importForm(
  file: ReturnedFile,
  events: readonly LedgerEvent[],
  options: ImportOptions,
): Outcome<ImportedForm> {
  const seal = sealIn(file.workbook, file.name);
  if (!seal.value) return failed(seal.diagnostics);
  const { identity } = seal.value;
  const standing = standingOf(events, identity.period, options.now);
  const none = { tasks: [0, 0], figures: [0, 0], sections: [0, 0] } as const;
  if (standing.sources.has(file.sha256) && standing.submission?.event !== 'returned')
    return ok({ identity, events: [], places: [], filled: none, empty: false, known: true }, [
      info('BC2240', { file: file.name }),
    ]);
  const asked = modelFor(file, identity, options);
  if (!asked.value) return failed(asked.diagnostics);
  const { model, context } = asked.value;
  const { form, diagnostics } = returnedForm(file.workbook, seal.value, file.name);
  const answers = readAnswers(form, model, options.receivedOn, file.name);
  const faults = [...misplacedFaults(file, model, options), ...diagnostics, ...answers.diagnostics];
  if (!answers.value || hasErrors(faults)) return failed(faults);
  const booked = formEvents(answers.value, {
    model,
    standing,
    obligations: context.obligations.get(identity.unit) ?? [],
    today: options.receivedOn,
    booking: options.booking,
    now: options.now,
    file: file.name,
    source: file.sha256,
  });
  const notes = [...faults, ...booked.diagnostics];
  if (!booked.value) return failed(notes);
  const empty = isEmpty(answers.value);
  const filled = filledOf(answers.value, model);
  const told = booked.value.map(({ event }) => event);
  return ok({ identity, events: told, places: booked.value, filled, empty, known: false }, [
    ...notes,
    ...(empty ? [warning('BC2239', { file: file.name })] : []),
  ]);
}

function filledOf({ tasks, figures, sections }: FormAnswers, model: FormModel): Filled {
  return {
    tasks: [tasks.length, model.tasks.filter((t) => !t.settled).length],
    figures: [figures.length, model.figures.filter((f) => f.kind !== 'derived').length],
    sections: [sections.length, model.sections.length],
  };
}

/** The form as it is asked today; BC2203–BC2207 where the workbook is another one. */
function modelFor(
  file: ReturnedFile,
  identity: FormIdentity,
  options: ImportOptions,
): Outcome<{ readonly model: FormModel; readonly context: FormContext }> {
  const where = { file: file.name };
  if (identity.plan !== options.plan)
    return failed([error('BC2203', where, { plan: identity.plan, expected: options.plan })]);
  const wrong: Diagnostic[] = [];
  if (options.period !== null && identity.period !== options.period)
    wrong.push(error('BC2205', where, { period: identity.period, expected: options.period }));
  if (options.unit !== null && identity.unit !== options.unit)
    wrong.push(error('BC2204', where, { unit: identity.unit, reason: `cần nạp biểu của ${options.unit}` }));
  const context = options.contextOf(identity.period);
  if (!context.value)
    return failed([...wrong, error('BC2205', where, { period: identity.period, expected: '(không có kỳ này)' })]);
  const { period, registry, outline } = context.value;
  if (period.window.from > options.receivedOn)
    wrong.push(error('BC2207', where, { period: period.name, from: period.window.from }));
  if (!registry.unit(identity.unit))
    wrong.push(error('BC2204', where, { unit: identity.unit, reason: 'không có trong danh mục' }));
  if (hasErrors(wrong)) return failed(wrong);
  const model = formModel(context.value, identity.unit);
  if (!model.value) return failed(model.diagnostics);
  if (identity.form !== outline.id || identity.version !== model.value.identity.version)
    return failed([
      error('BC2206', where, { version: identity.version, current: model.value.identity.version, unit: identity.unit }),
    ]);
  return ok({ model: model.value, context: context.value });
}

/** Another unit's name on the guide, another period, or a file named after another unit. */
function misplacedFaults(file: ReturnedFile, model: FormModel, options: ImportOptions): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const { identity, unitName, periodName } = model;
  const unit = guideLine(file.workbook, 'unit', file.name);
  if (unit && lockedHash(unit.text) !== lockedHash(unitName))
    found.push(error('BC2204', unit.where, { unit: unitName, reason: `trang Hướng dẫn ghi "${unit.text}"` }));
  const period = guideLine(file.workbook, 'period', file.name);
  if (period && lockedHash(period.text) !== lockedHash(upperFirst(periodName)))
    found.push(error('BC2205', period.where, { period: identity.period, expected: period.text }));
  const other = unitInName(file.name, identity.unit, options.booking);
  if (other !== undefined)
    found.push(error('BC2204', { file: file.name }, { unit: unitName, reason: `tên tệp ghi ${other}` }));
  return found;
}

/** A unit whose id stands in the file's name, where the form's own does not. */
function unitInName(name: string, own: string, { registry }: BookingContext): string | undefined {
  const base = `-${slug(name.replace(/^.*[/\\]/, '').replace(/\.[^.]+$/, ''))}-`;
  if (base.includes(`-${own}-`)) return undefined;
  return registry.units.find(({ id }) => base.includes(`-${id}-`))?.name;
}
