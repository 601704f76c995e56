/** The rule table: what each rule asks, on what ground, in which words. Data, so that a clerk can read and mend it. */

import { z } from 'zod';
import type { Outcome } from '../lib/diagnostic';
import { parseWith } from '../lib/parse';

const severity = z.enum(['E', 'W', 'I']);

const ruleSchema = z.strictObject({
  id: z.string().regex(/^(?:PG|FN|HD|TI|BD|TB|SG|NN|AP|ST|TX|CP)-\d\d$|^R-\d\d$/),
  severity,
  title: z.string().min(1),
  /** The clause it rests on; a convention says so. */
  clause: z.string().min(1),
  /** `{found}` is what stands in the file. */
  message: z.string().includes('{found}'),
  fix: z.string().min(1),
  autofix: z.boolean(),
});
export type RuleEntry = z.infer<typeof ruleSchema>;

const phraseSchema = z.strictObject({ wrong: z.string().min(1), right: z.string().min(1) });

export const ruleTableSchema = z
  .strictObject({
    $schema: z.string().optional(),
    id: z.string(),
    title: z.string(),
    instrument: z.string(),
    sections: z.array(z.strictObject({ title: z.string(), rules: z.array(ruleSchema) })),
    phrases: z.record(z.string(), z.array(phraseSchema)),
  })
  .superRefine((table, context) => {
    const seen = new Set<string>();
    for (const { id } of table.sections.flatMap((section) => section.rules)) {
      if (seen.has(id)) context.addIssue({ code: 'custom', path: ['sections'], message: `${id} hai lần` });
      seen.add(id);
    }
    for (const { wrong } of Object.values(table.phrases).flat())
      if (!isPattern(wrong)) context.addIssue({ code: 'custom', path: ['phrases'], message: `mẫu sai: ${wrong}` });
  });
export type RuleTable = z.infer<typeof ruleTableSchema>;

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u').source !== '';
  } catch {
    return false;
  }
}

/** Reads a rule table; BC1001 for each fault of its shape. */
export function parseRuleTable(json: unknown, file: string): Outcome<RuleTable> {
  return parseWith(ruleTableSchema, json, { file });
}

/** The rules of a table by id. */
export function rulesById(table: RuleTable): ReadonlyMap<string, RuleEntry> {
  return new Map(table.sections.flatMap((section) => section.rules).map((rule) => [rule.id, rule]));
}
