/** Areas and targets of a plan, with a person's corrections laid over them; BC1660 and BC1663 where one fits nothing. */

import { error, type Diagnostic, type Outcome, type Place } from '../../../lib/diagnostic';
import type { Area, Measure, Target } from '../../schema';
import type { Corrections } from '../corrections';
import { measuresOf } from '../measures';
import type { RawPlan } from '../raw';

/** The plan's areas with their titles and fields put right. */
export function areasOf(
  raw: RawPlan,
  idOf: (part: string | null, code: string) => string,
  corrections: Corrections,
  source: Place,
): Outcome<readonly Area[]> {
  const areas = raw.areas.map((a): Area => {
    const code = idOf(a.part, a.code);
    const told = corrections.areas.find((c) => c.code === code);
    return {
      code,
      title: told?.title ?? a.title,
      ...(a.part === null ? {} : { part: a.part }),
      ...(told?.field === undefined ? {} : { field: told.field }),
    };
  });
  const diagnostics = corrections.areas.flatMap(({ code, from, title }) => {
    const found = raw.areas.find((a) => idOf(a.part, a.code) === code);
    if (!found) return [error('BC1663', source, { code })];
    const wrong = title !== undefined && found.title !== from;
    return wrong ? [error('BC1660', source, { text: from ?? '', at: `tên lĩnh vực ${code}` })] : [];
  });
  return { value: areas, diagnostics };
}

/** The plan's targets, placed in areas, with what they measure. */
export function targetsOf(raw: RawPlan, corrections: Corrections, source: Place): Outcome<readonly Target[]> {
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  const targets = raw.targets.map(({ code, area, text }): Target => {
    const told = corrections.targets.find((t) => t.code === code);
    const wrong = told?.from !== undefined && text.split(told.from).length !== 2;
    if (wrong) diagnostics.push(error('BC1660', source, { text: told.from ?? '', at: `chỉ tiêu ${code}` }));
    const words = told?.from === undefined ? text : text.replace(told.from, () => told.to ?? '');
    const measures = measuresOf(words, code).map((m) => corrected(m, corrections, source, diagnostics));
    for (const { code: used } of measures) seen.add(used);
    seen.add(code);
    return { code, area: told?.area ?? area, text: words, measures };
  });
  const lost = [...corrections.targets, ...corrections.measures].filter(({ code }) => !seen.has(code));
  return {
    value: targets,
    diagnostics: [...diagnostics, ...lost.map(({ code }) => error('BC1663', source, { code }))],
  };
}

function corrected(measure: Measure, { measures }: Corrections, source: Place, diagnostics: Diagnostic[]): Measure {
  const own = measures.find((m) => m.code === measure.code);
  if (!own) return measure;
  const at = `phép đo ${measure.code}`;
  if (own.from !== measure.scope) diagnostics.push(error('BC1660', source, { text: own.from, at }));
  const { scope = measure.scope, comparator = measure.comparator, value = measure.value, unit = measure.unit } = own;
  return { code: measure.code, scope, comparator, value, unit, ...(own.indicator ? { indicator: own.indicator } : {}) };
}
