/**
 * A bench for a process that lives longer than its files: data and templates are edited on all machines while a worker
 * runs, and the jobs that come then were asked with the new ones.
 */

import type { PerformFor, Workbench } from './workbench';

/** `open`: a bench that has read nothing yet. What it reads is kept until a job asks for something else. */
export function openFreshBench(open: () => Workbench): PerformFor {
  let bench = open();
  return async (job, inputs) => {
    const asked = ({ inputs: own }: Workbench): boolean => own(job.facts.plan).value === inputs;
    if (!asked(bench)) {
      const fresh = open();
      if (!asked(fresh)) return undefined; // the old one stays: it may still be what most machines have
      bench = fresh;
    }
    return bench.perform(job);
  };
}
