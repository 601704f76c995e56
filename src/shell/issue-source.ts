/** An issue as it was made: its frozen files out of the register, and the events up to its position. */

import type { IssueSource } from '../app/issue';
import { eventsOf, positionStands, readIssues } from '../app/issue';
import { periodAndRules, type PlanData } from '../app/plan-data';
import type { LedgerStore } from '../ledger/store/port';
import { sha256 } from '../lib/canonical-json';
import { error, failed, ok, type Outcome } from '../lib/diagnostic';
import type { Issue } from '../report/issue';
import { frozen, type InputFiles } from './frozen-workspace';
import { pastYear } from './past-year';
import { loadPlanData } from './plan-data';
import type { Workspace } from './workspace';

export interface OpenedIssue extends IssueSource {
  /** A workspace of the frozen files only. */
  readonly ws: Workspace;
  readonly files: InputFiles;
}

export async function allIssues(ledger: LedgerStore): Promise<Outcome<readonly Issue[]>> {
  return readIssues(await ledger.register.list('issue'));
}

/** The issue of that id; BC4002 lists those there are of the same period. */
export async function findIssue(ledger: LedgerStore, id: string): Promise<Outcome<Issue>> {
  const issues = await allIssues(ledger);
  if (!issues.value) return failed(issues.diagnostics);
  const wanted = id.trim();
  const found = issues.value.find((issue) => issue.id === wanted);
  if (found) return ok(found);
  const near = issues.value.filter((issue) => wanted.startsWith(issue.period));
  const known = (near.length > 0 ? near : issues.value).map((issue) => issue.id).slice(-10);
  return failed([error('BC4002', {}, { issue: wanted, known: known.join(', ') || '(chưa có)' })]);
}

/** Contents by hash, checked; BC4011 for one that is missing or not what was kept. */
export async function frozenFiles(
  ledger: LedgerStore,
  issue: Issue,
  files: readonly { readonly name: string; readonly sha256: string }[],
): Promise<Outcome<InputFiles>> {
  const read = new Map<string, Uint8Array>();
  for (const { name, sha256: hash } of files) {
    const bytes = await ledger.register.blob(hash);
    if (bytes === undefined || sha256(bytes) !== hash)
      return failed([error('BC4011', { file: name }, { issue: issue.id, hash })]);
    read.set(name, bytes);
  }
  return ok(read);
}

/** BC4013 where the ledger does not say any more what it said when the report was issued. */
export async function openIssue(ledger: LedgerStore, issue: Issue): Promise<Outcome<OpenedIssue>> {
  const inputs = issue.inputs.map(({ path, sha256: hash }) => ({ name: path, sha256: hash }));
  const files = await frozenFiles(ledger, issue, inputs);
  if (!files.value) return failed(files.diagnostics);
  const [at] = issue.ledger.seq === 0 ? [] : await ledger.read({ sinceSeq: issue.ledger.seq });
  if (!positionStands(issue, at)) return failed([error('BC4013', {}, { issue: issue.id, seq: issue.ledger.seq })]);
  const ws = frozen(files.value);
  const data = loadPlanData(ws, issue.plan);
  if (!data.value) return failed(data.diagnostics);
  const known = await knownTo(ledger, issue, ws, data.value);
  return known.value
    ? ok({ issue, data: data.value, ...known.value, ws, files: files.value }, known.diagnostics)
    : failed(known.diagnostics);
}

/** The issue with those that it corrects, itself first, the report that the first correction was about last. */
export async function chainOf(ledger: LedgerStore, issue: Issue): Promise<Outcome<readonly Issue[]>> {
  const chain = [issue];
  for (let next = issue.corrects; next !== null;) {
    const found = await findIssue(ledger, next);
    if (!found.value) return failed(found.diagnostics);
    chain.push(found.value);
    next = found.value.corrects;
  }
  return ok(chain);
}

/** The events that the issue knew: of its plan, and of the plan of the year before that it is compared with. */
export async function knownTo(
  ledger: Pick<LedgerStore, 'read'>,
  issue: Issue,
  ws: Workspace,
  data: PlanData,
): Promise<Outcome<Pick<IssueSource, 'events' | 'past'>>> {
  const then: Pick<LedgerStore, 'read'> = { read: async (query) => eventsOf(issue, await ledger.read(query)) };
  const events = await then.read({ plan: issue.plan, asOf: issue.asOf });
  const both = periodAndRules(data, issue.period);
  if (!both.value) return failed(both.diagnostics);
  const past = await pastYear(ws, then, data, { period: both.value.period, asOf: issue.asOf });
  return ok({ events, past: past.value ?? null }, past.diagnostics);
}
