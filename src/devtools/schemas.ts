/**
 * The JSON Schemas of `data/schemas`, made from the schemas that the program itself reads data with, so that an
 * editor warns of what the program would refuse. They describe the file as written (before dates become days).
 */

import { z } from 'zod';
import { calendarSchema } from '../calendar/working-days';
import { checksSchema } from '../figures/checks/schema';
import { parIndexSchema } from '../figures/par-index/schema';
import { indicatorsSchema } from '../figures/schema';
import { ruleTableSchema } from '../lint/rule-table';
import { rulesSchema } from '../obligations/schema';
import { correctionsSchema } from '../plan/import/corrections';
import { planSchema } from '../plan/schema';
import { instrumentsSchema, regimeSchema } from '../regulation/schema';
import { scheduleSchema } from '../regulation/schedule';
import { letterSchema } from '../report/letters/letter';
import { entryFormSchema } from '../report/export/entry-form';
import { exportSchema } from '../report/export/schema';
import { outlineSchema } from '../report/outline';
import { unitsSchema } from '../units/schema';

/** A generated file: where it goes, below the workspace, and what it says. */
export interface MadeFile {
  readonly path: string;
  readonly text: string;
}

const SCHEMAS = {
  plan: { title: 'Kế hoạch (data/plans)', schema: planSchema },
  corrections: { title: 'Đính chính khi nhập kế hoạch (data/sources)', schema: correctionsSchema },
  units: { title: 'Danh mục cơ quan (data/units)', schema: unitsSchema },
  regime: { title: 'Chế độ báo cáo (data/regimes)', schema: regimeSchema },
  schedule: { title: 'Việc tự chạy (data/schedules)', schema: scheduleSchema },
  instruments: { title: 'Danh mục văn bản (data/regulations)', schema: instrumentsSchema },
  indicators: { title: 'Chỉ tiêu thống kê (data/indicators)', schema: indicatorsSchema },
  rules: { title: 'Bảng quyết định (data/rules)', schema: rulesSchema },
  checks: { title: 'Quy tắc kiểm tra (data/rules)', schema: checksSchema },
  'par-index': { title: 'Bảng điểm (data/par-index)', schema: parIndexSchema },
  calendar: { title: 'Lịch ngày làm việc (data/calendars)', schema: calendarSchema },
  outline: { title: 'Đề cương báo cáo (templates/*/outline.json)', schema: outlineSchema },
  lint: { title: 'Bảng quy tắc soát thể thức (data/lint)', schema: ruleTableSchema },
  'entry-form': { title: 'Mẫu nhập phần mềm (data/entry-forms)', schema: entryFormSchema },
  export: { title: 'Số liệu cho phần mềm khác (export --format json)', schema: exportSchema },
  letter: { title: 'Công văn (templates/*/letter.json)', schema: letterSchema },
} as const;

export type SchemaName = keyof typeof SCHEMAS;

/** Integers are bounded by the machine, not by a rule: such bounds are left out. */
function withoutMachineBounds({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
}

/** Draft 2020-12. */
export function jsonSchemaOf(name: SchemaName): Readonly<Record<string, unknown>> {
  const { title, schema } = SCHEMAS[name];
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-2020-12',
    override: withoutMachineBounds,
  });
  return { $schema, title, ...rest };
}

export function schemaFiles(): readonly MadeFile[] {
  return (Object.keys(SCHEMAS) as SchemaName[]).map((name) => ({
    path: `data/schemas/${name}.schema.json`,
    text: `${JSON.stringify(jsonSchemaOf(name), null, 2)}\n`,
  }));
}
