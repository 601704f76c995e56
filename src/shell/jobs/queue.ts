/**
 * Jobs on `pg-boss`, the queue inside PostgreSQL: whoever asks puts them in, workers on any machine take them, files
 * land in the artifact store and the job's answer names them. A worker that dies lets its job run out of time, and
 * another takes it: the same job gives the same bytes, so made twice is made once.
 */

import type PgBoss from 'pg-boss';
import { allOf, type JobRunner, type RenderJob } from '../../app/jobs';
import type { OutputFile } from '../../app/outputs';
import { error, failed, ok, type Diagnostic, type Outcome } from '../../lib/diagnostic';
import { reasonOf } from '../../lib/reason';
import { lockForMaking, transaction } from '../postgres-connect';
import type { ArtifactStore } from './artifact-store';
import { openArtifacts } from './artifacts';
import { queueServer, type QueueServer } from './queue-server';
import { onlyWithOwn, type PerformFor, type Workbench } from './workbench';

const QUEUE = 'lap-van-ban';
/** A job is seconds of work; one whose worker is gone is given to another after this. */
const EXPIRE_SECONDS = 60;
/** Also how often machines with other inputs may put a job back before it counts as failed. */
const RETRIES = 20;
/** Between two looks at an empty queue, and at jobs that others are doing. */
const LOOK_MS = 250;

/** What lies in the queue. `inputs`: the data, templates and program that whoever asked has. */
interface Posted {
  readonly job: RenderJob;
  readonly inputs: string;
}

interface PutFile {
  readonly name: string;
  readonly unit: string | null;
  readonly hash: string;
}

/** What a done job leaves: names of artifacts, or diagnostics. */
interface Told {
  readonly files: readonly PutFile[] | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Takes the answer of a job where it was asked for, in this very process: its files need no artifact store. */
type Keep = (id: string, answer: Outcome<readonly OutputFile[]>) => boolean;

/** `refused`: the job is for a machine with other data, templates or program, and was put back. */
export type Turn = 'none' | 'done' | 'failed' | 'refused';

export interface JobQueue {
  /** Takes one job, if there is one, and does it. */
  workOnce(perform: PerformFor): Promise<Turn>;
  /** Puts jobs in and does what it can of them itself until all are done, by whomever. */
  run(bench: Workbench): JobRunner;
  close(): Promise<void>;
}

/** `place`: the artifact store, see `openArtifacts`. */
export async function openQueue(url: string, place: string | undefined): Promise<Outcome<JobQueue>> {
  const server = queueServer(url);
  let queue: JobQueue | undefined;
  try {
    const artifacts = await openArtifacts(place, server.pool);
    if (!artifacts.value) return failed(artifacts.diagnostics);
    await start(server);
    queue = queueOn(server, artifacts.value);
    return ok(queue, artifacts.diagnostics);
  } finally {
    // What was opened for a queue that is none would keep the process from ending after it has said why.
    if (!queue) await server.close();
  }
}

async function start({ boss, pool }: QueueServer): Promise<void> {
  await boss.start();
  const there = async (): Promise<boolean> => (await boss.getQueue(QUEUE)) !== null;
  if (await there()) return;
  await transaction(pool, async (sql) => {
    await lockForMaking(sql); // two in `createQueue` at once wait for each other until the server ends one
    if (await there()) return;
    await boss.createQueue(QUEUE, { name: QUEUE, retryLimit: RETRIES, retryDelay: 1, expireInSeconds: EXPIRE_SECONDS });
  });
}

function queueOn({ boss, pool, close }: QueueServer, artifacts: ArtifactStore): JobQueue {
  const workOnce = async (perform: PerformFor, keep: Keep = () => false): Promise<Turn> => {
    const turn = await takeOne(boss, artifacts, perform, keep);
    // `fetch` finds nothing too when the server is gone, and does not say so.
    if (turn === 'none') await pool.query('SELECT 1');
    return turn;
  };
  return {
    workOnce,
    run: (bench) => async (jobs, made) => {
      const ids = await post(boss, bench, jobs);
      if (!ids.value) return failed(ids.diagnostics);
      const answers: (Outcome<readonly OutputFile[]> | undefined)[] = ids.value.map(() => undefined);
      const places = new Map(ids.value.map((id, index) => [id, index]));
      const keep: Keep = (id, answer) => {
        const index = places.get(id);
        if (index === undefined) return false;
        made?.(answer.value ?? []);
        answers[index] = answer;
        return true;
      };
      for (;;) {
        await gather(boss, artifacts, ids.value, answers, made);
        if (answers.every((a) => a !== undefined)) return allOf(answers);
        if ((await workOnce(onlyWithOwn(bench), keep)) === 'none')
          await new Promise((wake) => setTimeout(wake, LOOK_MS));
      }
    },
    close,
  };
}

async function post(boss: PgBoss, bench: Workbench, jobs: readonly RenderJob[]): Promise<Outcome<readonly string[]>> {
  const ids: string[] = [];
  for (const job of jobs) {
    const inputs = bench.inputs(job.facts.plan);
    if (inputs.value === undefined) return failed(inputs.diagnostics);
    const id = await boss.send(QUEUE, { job, inputs: inputs.value } satisfies Posted);
    if (id === null) throw new Error('the queue took no job');
    ids.push(id);
  }
  return { value: ids, diagnostics: [] };
}

/** One job from the queue, done and answered; a job that fails for want of the same inputs is left to another worker. */
async function takeOne(boss: PgBoss, artifacts: ArtifactStore, perform: PerformFor, keep: Keep): Promise<Turn> {
  const [taken] = await boss.fetch<Posted>(QUEUE, { batchSize: 1 });
  if (!taken) return 'none';
  const { job, inputs } = taken.data;
  try {
    const made = await perform(job, inputs);
    if (!made) {
      await boss.fail(QUEUE, taken.id, { reason: OTHER_INPUTS });
      return 'refused';
    }
    const files = made.value ? (keep(taken.id, made) ? [] : await putAll(artifacts, made.value)) : null;
    const told: Told = { files, diagnostics: made.diagnostics };
    await boss.complete(QUEUE, taken.id, told);
    return 'done';
  } catch (reason) {
    await boss.fail(QUEUE, taken.id, { reason: reasonOf(reason) });
    return 'failed';
  }
}

const OTHER_INPUTS = 'máy nhận việc có dữ liệu, mẫu hoặc phiên bản chương trình khác máy giao việc';

async function putAll(artifacts: ArtifactStore, files: readonly OutputFile[]): Promise<readonly PutFile[]> {
  const put: PutFile[] = [];
  for (const { name, unit, bytes } of files) put.push({ name, unit, hash: await artifacts.put(bytes) });
  return put;
}

/** Fills in the answers of jobs that have ended since the last look. */
async function gather(
  boss: PgBoss,
  artifacts: ArtifactStore,
  ids: readonly string[],
  answers: (Outcome<readonly OutputFile[]> | undefined)[],
  made: ((files: readonly OutputFile[]) => void) | undefined,
): Promise<void> {
  for (const [index, id] of ids.entries()) {
    if (answers[index] !== undefined) continue;
    const job = await boss.getJobById<Posted>(QUEUE, id);
    if (job?.state === 'completed') {
      const answer = await taken(artifacts, job.output as unknown as Told);
      made?.(answer.value ?? []);
      answers[index] = answer;
    } else if (job === null || job.state === 'failed' || job.state === 'cancelled')
      answers[index] = failed([error('BC4201', {}, { reason: failureOf(job) })]);
  }
}

async function taken(artifacts: ArtifactStore, told: Told): Promise<Outcome<readonly OutputFile[]>> {
  if (told.files === null) return failed([...told.diagnostics]);
  const files: OutputFile[] = [];
  for (const { name, unit, hash } of told.files) files.push({ name, unit, bytes: await artifacts.take(hash) });
  return { value: files, diagnostics: told.diagnostics };
}

function failureOf(job: PgBoss.JobWithMetadata | null): string {
  if (job === null) return 'việc không còn trong hàng đợi';
  const output = job.output as { reason?: string; value?: { message?: string } } | null;
  return output?.reason ?? output?.value?.message ?? 'hết thời gian';
}
