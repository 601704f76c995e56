/** Jobs: cut so that nothing is lost or doubled, answered in their order, told once. */

import fc from 'fast-check';
import { allOf, jobsOf, type JobFacts } from '../../src/app/jobs';
import type { OutputFile } from '../../src/app/outputs';
import { failed, ok, warning, type Outcome } from '../../src/lib/diagnostic';
import { instant } from '../fixtures/events';

const facts: JobFacts = { plan: 'mau', period: '2026-Q1', asOf: instant('2026-03-18T08:00:00+07:00'), seq: 12 };
const file = (name: string): OutputFile => ({ name, unit: null, bytes: new Uint8Array() });

describe('the work of many units', () => {
  it('is cut into jobs that together are the work, in its order, on the same facts', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 60 }), (units) => {
        const jobs = jobsOf(facts, { kind: 'forms', units });
        expect(jobs.flatMap((job) => (job.work.kind === 'forms' ? job.work.units : []))).toEqual(units);
        expect(jobs.every((job) => job.facts === facts)).toBe(true);
        expect(jobs.every((job) => job.work.kind === 'forms' && job.work.units.length > 0)).toBe(true);
      }),
    );
  });

  it('keeps what else was asked in every job; a summary is one', () => {
    const units = Array.from({ length: 20 }, (_, i) => `don-vi-mau-${i}`);
    const jobs = jobsOf(facts, { kind: 'reports', units, formats: ['docx', 'pdf'] });
    expect(jobs.length).toBeGreaterThan(1);
    for (const { work } of jobs) expect(work).toMatchObject({ kind: 'reports', formats: ['docx', 'pdf'] });
    expect(jobsOf(facts, { kind: 'summary', formats: ['xlsx'] })).toHaveLength(1);
  });
});

describe('the answers of all jobs', () => {
  const note = warning('BC3202', {}, { plan: 'mau', codes: 'BC1001' });

  it('are the files in the order of the jobs, with what all of them say said once', () => {
    const answers: Outcome<readonly OutputFile[]>[] = [ok([file('a'), file('b')], [note]), ok([file('c')], [note])];
    const all = allOf(answers);
    expect(all.value?.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(all.diagnostics).toEqual([note]);
  });

  it('are no files when one job has none', () => {
    const other = warning('BC3201', {}, { plans: 'mau' });
    const all = allOf([ok([file('a')], [note]), failed([other])]);
    expect(all).toEqual({ diagnostics: [note, other] });
  });
});
