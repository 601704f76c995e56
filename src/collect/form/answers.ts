/** All that a returned workbook says, or everything that is wrong with it. */

import type { PlainDate } from '../../calendar/plain-date';
import { subjectIn } from '../../ledger/explanations';
import { failed, hasErrors, ok, warning, type Diagnostic, type Outcome, type Place } from '../../lib/diagnostic';
import { addressOf, cellAt, type ReadWorkbook } from '../read/cells';
import { textIn, type Faults } from './cell-values';
import { CHECK_COLUMNS } from './columns';
import { figureAnswers, type FigureAnswer } from './figure-answers';
import type { FormModel, SectionItem } from './model';
import { titleKey, type ReturnedForm } from './returned';
import { isLate, taskAnswers, type TaskAnswer } from './task-answers';

export interface SectionAnswer {
  readonly item: SectionItem;
  readonly text: string;
  readonly where: Place;
}

/** A reason that the unit gives for what a check found. */
export interface ReasonAnswer {
  readonly check: string;
  readonly subject: string;
  readonly text: string;
  readonly where: Place;
}

export interface FormAnswers {
  readonly tasks: readonly TaskAnswer[];
  readonly figures: readonly FigureAnswer[];
  readonly sections: readonly SectionAnswer[];
  readonly reasons: readonly ReasonAnswer[];
}

/** The answers; none where a single cell is wrong. `today`: the day on which the workbook was received. */
export function readAnswers(
  form: ReturnedForm,
  model: FormModel,
  today: PlainDate,
  file: string,
): Outcome<FormAnswers> {
  const faults: Faults = [];
  const tasks = taskAnswers(form, model, today, faults);
  const figures = figureAnswers(form, model, faults);
  const sections = model.sections.flatMap((item): readonly SectionAnswer[] => {
    const asked = form.rows.sections.get(item.id)?.cells['text'];
    const text = asked ? textIn(asked, faults) : '';
    return asked && text !== '' ? [{ item, text, where: asked.where }] : [];
  });
  const reasons = reasonAnswers(form.workbook, file, faults);
  for (const answer of tasks)
    if (isLate(answer, model) && answer.reason === null)
      faults.push(warning('BC2237', answer.where, { key: answer.item.key }));
  const answers = { tasks, figures, sections, reasons };
  return hasErrors(faults) ? failed(faults) : ok(answers, [...faults, ...clashes(answers, model)]);
}

export function isEmpty({ tasks, figures, sections, reasons }: FormAnswers): boolean {
  return tasks.length + figures.length + sections.length + reasons.length === 0;
}

/** The code of a check, and what it is about: "KT-09 (3.3.4)". */
const CHECK_CODE = /^([A-ZĐ]{1,4}-\d{1,4})(?:\s*\(([^)]{1,40})\))?$/;

function reasonAnswers(workbook: ReadWorkbook, file: string, faults: Faults): readonly ReasonAnswer[] {
  const wanted = new Map(CHECK_COLUMNS.map((c) => [titleKey(c.title), c.key]));
  for (const sheet of workbook.sheets) {
    for (const header of sheet.rows.slice(0, 60)) {
      const columns = new Map(
        header.cells.flatMap((c) => {
          const key = wanted.get(titleKey(c));
          return key ? [[key, c.column] as const] : [];
        }),
      );
      if (columns.size < CHECK_COLUMNS.length) continue;
      const at = (key: 'key' | 'count' | 'reason'): number => columns.get(key) as number;
      return sheet.rows
        .filter((row) => row.no > header.no)
        .flatMap((row): readonly ReasonAnswer[] => {
          const cell = cellAt(row, at('reason'));
          const where = { file, sheet: sheet.name, cell: addressOf(at('reason'), row.no) };
          const text = textIn({ cell, where }, faults);
          const match = CHECK_CODE.exec(
            String(cellAt(row, at('key'))?.value ?? '')
              .trim()
              .toUpperCase(),
          );
          const second = cellAt(row, at('count'));
          const subject = match?.[2] ?? (second?.kind === 'formula' ? '' : String(second?.value ?? '').trim());
          if (text === '') return [];
          if (!match || subject === '') {
            faults.push(warning('BC2249', where, {}));
            return [];
          }
          return [{ check: match[1] as string, subject: subjectIn(subject), text, where }];
        });
    }
  }
  return [];
}

/** Checks of this form that do not hold: told, not refused; `check` keeps asking until they do. */
function clashes({ figures, reasons }: FormAnswers, model: FormModel): readonly Diagnostic[] {
  const told = new Map(figures.filter((f) => f.answer === 'value').map((f) => [f.item.code, f]));
  const sum = (codes: readonly string[], least: number): number | null => {
    const values = codes.flatMap((c) => told.get(c)?.value ?? []);
    return values.length < least ? null : values.reduce((a, b) => a + b, 0);
  };
  return model.checks.flatMap((check): readonly Diagnostic[] => {
    const { rule, subject } = check;
    const where = told.get(subject)?.where;
    if (!where || !fails(rule, told, sum)) return [];
    const explained = check.level !== 'stop' && reasons.some((r) => r.check === check.code && r.subject === subject);
    if (explained || check.level === 'note') return [];
    const params = { check: check.code, message: check.message.replace(/\.$/, '') };
    return [warning(check.level === 'stop' ? 'BC2230' : 'BC2246', where, params)];
  });
}

function fails(
  rule: FormModel['checks'][number]['rule'],
  told: ReadonlyMap<string, FigureAnswer>,
  sum: (codes: readonly string[], least: number) => number | null,
): boolean {
  if (rule.kind === 'ratio') {
    const figure = told.get(rule.code);
    return (figure?.numerator ?? 0) > (figure?.denominator ?? Infinity);
  }
  const [a, b] = rule.kind === 'part-of' ? [rule.part, rule.whole] : [rule.left, rule.right];
  const [left, right] = [sum(a, rule.kind === 'part-of' ? 1 : a.length), sum(b, b.length)];
  if (left === null || right === null) return false;
  return rule.kind === 'part-of' ? left > right : left !== right;
}
