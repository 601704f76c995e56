/** `form import` as a process of its own: what it says of facts that come after an issued report. */

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { damage } from '../collect/form/damage';
import { FormPackage } from '../collect/form/package';
import { Sandbox } from '../support/cli';

interface Said {
  readonly code: string;
  readonly level: string;
  readonly message: string;
  readonly where: { readonly file?: string; readonly sheet?: string; readonly cell?: string };
  readonly help?: string;
}
interface Imported {
  readonly imported: readonly { readonly events: number; readonly diagnostics: readonly Said[] }[];
  readonly rejected: readonly object[];
}

const UNIT = 'so-noi-vu';
const BEFORE = '2026-03-16T08:00:00+07:00';
const SIGNED = '2026-03-18T08:00:00+07:00';
const AFTER = '2026-03-25T08:00:00+07:00';

// Each step is a process of its own; a busy machine takes its time.
jest.setTimeout(300_000);

let box: Sandbox;
beforeEach(() => {
  box = new Sandbox();
  const made = box.run(
    'form',
    'export',
    '--period',
    '2026-Q1',
    '--unit',
    UNIT,
    '--out',
    box.path('di'),
    '--now',
    BEFORE,
  );
  if (made.code !== 0) throw new Error(made.stderr);
});
afterEach(() => box.remove());

const blank = (): Uint8Array => readFileSync(box.path('di', readdirSync(box.path('di'))[0] as string));

/** A folder with the unit's form, filled. */
function folder(name: string, how: string): string {
  mkdirSync(box.path(name));
  writeFileSync(box.path(name, 've.xlsx'), damage(blank(), how));
  return box.path(name);
}
const late = ({ imported }: Imported): readonly Said[] =>
  imported.flatMap((f) => f.diagnostics.filter(({ code }) => code === 'BC4020'));

test('a form that comes before the report is issued is not late; one that comes after is, cell by cell', () => {
  const [first, second] = [folder('truoc', 'number S|1.4.1|Giá trị|5'), folder('sau', 'number S|1.4.1|Giá trị|7')];
  expect(late(box.json<Imported>('form', 'import', first, '--now', BEFORE))).toEqual([]);
  const issue = ['issue', '--period', '2026-Q1', '--unit', UNIT, '--number', '5', '--signed-on', '2026-03-18'];
  expect(box.run(...issue, '--now', SIGNED).code).toBe(0);

  const ran = box.run('form', 'import', second, '--now', AFTER, '--json');
  const found = late(JSON.parse(ran.stdout) as Imported);
  const cell = new FormPackage(blank()).address('Số liệu', '1.4.1', 'Giá trị');
  expect(found.map(({ where }) => where)).toContainEqual({ file: 've.xlsx', sheet: 'Số liệu', cell });
  expect(found.every(({ level }) => level === 'info')).toBe(true);
  expect(found[0]?.help).toContain(`baocao restate --issue 2026-Q1/${UNIT}/1`);
  expect(ran.code).toBe(0);
  expect(ran.stderr).toContain('BC4020');

  const again = box.json<Imported>('form', 'import', second, '--now', AFTER);
  expect([again.imported[0]?.events, late(again)]).toEqual([0, []]);
});

test('a form and its correction in two folders of one import: each goes in, the second on what the first left', () => {
  const [first, second] = [folder('mot', 'number S|1.4.1|Giá trị|5'), folder('hai', 'number S|1.4.1|Giá trị|5')];
  const answer = box.json<Imported>('form', 'import', first, second, '--now', BEFORE);
  expect(answer.rejected).toEqual([]);
  expect(answer.imported.map((f) => f.events)).toEqual([2, 0]);
});
