/**
 * Issued reports from the command line, on the embedded ledger: issued, a late fact recorded, reprinted to the byte,
 * restated to exactly that fact, verified as they are and changed.
 */

import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import Database from 'libsql';
import { Sandbox } from '../support/cli';

const UNIT = 'so-noi-vu';
const ISSUE = `2026-Q1/${UNIT}/1`;
const [SIGNED, AFTER] = ['2026-03-18T08:00:00+07:00', '2026-03-25T08:00:00+07:00'];

interface Files {
  readonly files: readonly { readonly path: string; readonly sha256: string; readonly bytes: number }[];
}
type Issued = Files & {
  issue: string;
  number: string | null;
  signedOn: string | null;
  ledger: { seq: number; hash: string };
};
type Reprinted = Files & { same: boolean; checks: readonly { remade: string }[] };
type Restated = Files & {
  changed: boolean;
  restated: string | null;
  events: readonly { seq: number; late: boolean; moved: readonly string[] }[];
  obligations: readonly { key: string; before: string; after: string }[];
  figures: readonly { key: string; before: string; after: string }[];
};
type Verified = {
  known: boolean;
  changed: boolean | null;
  issue?: { issue: string; number: string };
  differences?: object[];
};

// Each step is a process of its own; a busy machine takes its time.
jest.setTimeout(300_000);

let box: Sandbox;
beforeEach(() => {
  box = new Sandbox();
});
afterEach(() => box.remove());

const record = (event: string, on: string, now: string, task = '4'): { code: number | null; stderr: string } =>
  box.run('record', '--unit', UNIT, '--task', task, '--event', event, '--on', on, '--now', now);
const issueIt = (...more: string[]): Issued =>
  box.json<Issued>('issue', '--period', '2026-Q1', '--unit', UNIT, '--now', SIGNED, ...more);
const signed = ['--number', '5', '--signed-on', '2026-03-18'] as const;
const bytesOf = ({ files }: Files): readonly string[] => files.map((f) => readFileSync(f.path).toString('base64'));
const codes = (stderr: string): readonly string[] => [...stderr.matchAll(/\[(BC\d{4})\]/g)].map((m) => m[1] as string);

/** A copy of a Word file with one word of its text put in another's place, zipped again. */
function edited(path: string, from: string, to: string): string {
  const parts = unzipSync(readFileSync(path));
  const text = new TextDecoder().decode(parts['word/document.xml']);
  if (!text.includes(from)) throw new Error(`no ${from} in ${path}`);
  parts['word/document.xml'] = new TextEncoder().encode(text.replace(from, to));
  const copy = box.path(`sua-${basename(path)}`);
  writeFileSync(copy, zipSync(parts));
  return copy;
}

it('issue, a late fact, the same bytes again, exactly its figures, and the file known as it is and changed', () => {
  record('started', '2026-02-20', '2026-03-15T08:00:00+07:00');
  const issued = issueIt(...signed, '--formats', 'docx,html');
  expect(issued).toMatchObject({
    issue: ISSUE,
    period: '2026-Q1',
    unit: UNIT,
    number: '05',
    signedOn: '2026-03-18',
    ledger: { seq: 1 },
  });
  expect(issued.files.map((f) => basename(f.path))).toEqual([`bao-cao-${UNIT}.docx`, `bao-cao-${UNIT}.html`]);
  expect(issued.files.every((f) => readFileSync(f.path).length === f.bytes)).toBe(true);
  const original = bytesOf(issued);

  const again = box.run(
    'issue',
    '--period',
    '2026-Q1',
    '--unit',
    UNIT,
    '--now',
    SIGNED,
    '--number',
    '6',
    '--signed-on',
    '2026-03-18',
  );
  expect([again.code, codes(again.stderr)]).toEqual([1, ['BC4001']]);
  expect(again.stderr).toContain(`baocao restate --issue ${ISSUE}`);

  const late = record('completed', '2026-03-10', AFTER);
  expect([late.code, codes(late.stderr)]).toEqual([0, ['BC4020']]);
  expect(late.stderr).toContain('số liệu được ghi sau khi báo cáo quý I năm 2026 đã phát hành');
  expect(late.stderr).toContain(`lập báo cáo bổ sung: baocao restate --issue ${ISSUE}`);
  expect(codes(record('completed', '2026-03-20', AFTER, '12').stderr)).not.toContain('BC4020');

  const reprinted = box.json<Reprinted>('issue', 'reprint', ISSUE, '--out', box.path('in-lai'), '--now', AFTER);
  expect([reprinted.same, reprinted.checks.map((c) => c.remade)]).toEqual([true, ['same', 'same']]);
  expect(bytesOf(reprinted)).toEqual(original);

  const listed = box.json<Restated>('restate', '--issue', ISSUE, '--now', AFTER);
  expect(listed.events).toMatchObject([{ seq: 2, late: true }]);
  expect(listed.obligations.map((o) => o.key)).toEqual([`obligation/4/1/${UNIT}`]);
  expect(listed.figures.map((f) => f.key.replace(/^tasks\/(?!all)[^/]+/, 'tasks/x'))).toEqual(
    ['x', 'all'].flatMap((a) => ['late', 'overdue', 'rate'].map((what) => `tasks/${a}/${what}`)),
  );
  expect([listed.restated, listed.files.length]).toEqual([null, 1]);

  const docx = issued.files[0]?.path as string;
  expect(box.json<Verified>('verify', docx)).toMatchObject({
    known: true,
    changed: false,
    issue: { issue: ISSUE, number: '05' },
  });
  expect(box.run('verify', docx).code).toBe(0);
  const changed = box.run('verify', edited(docx, 'Quá hạn chưa hoàn thành', 'Hoàn thành đúng hạn'), '--json');
  expect(changed.code).toBe(1);
  expect(JSON.parse(changed.stdout)).toMatchObject({
    ...{ known: true, changed: true, issue: { issue: ISSUE } },
    differences: [
      { kind: 'text', before: 'Quá hạn chưa hoàn thành', after: 'Hoàn thành đúng hạn' },
      { kind: 'changed', where: 'word/document.xml' },
    ],
  });
});

it('the correcting report is issued as the next one, comes out again, and then nothing is left to correct', () => {
  record('started', '2026-02-20', '2026-03-15T08:00:00+07:00');
  issueIt(...signed);
  record('completed', '2026-03-10', AFTER);
  const args = ['restate', '--issue', ISSUE, '--now', AFTER, '--number', '9', '--signed-on', '2026-03-26'] as const;
  const made = box.json<Restated>(...args);
  const next = `2026-Q1/${UNIT}/2`;
  expect(made.restated).toBe(next);
  const lint = box.run('lint', made.files[0]?.path as string, '--no-render', '--json');
  expect([lint.code, (JSON.parse(lint.stdout) as { counts: object }).counts]).toEqual([
    0,
    expect.objectContaining({ E: 0, W: 0 }),
  ]);

  const third = record('unsatisfactory', '2026-03-12', '2026-03-28T08:00:00+07:00');
  expect(third.stderr).toContain(`restate --issue ${next}`);
  const again = box.json<Reprinted>('issue', 'reprint', next, '--out', box.path('in-lai'));
  expect(again.same).toBe(true);
  expect(bytesOf(again)).toEqual(bytesOf(made));
  expect(box.json<Verified>('verify', made.files[0]?.path as string)).toMatchObject({ known: true, changed: false });

  expect(codes(box.run(...args).stderr)).toEqual(['BC4006']);
  const before = box.json<Restated>('restate', '--issue', next, '--now', AFTER);
  expect([before.changed, before.files]).toEqual([false, []]);
  const after = box.json<Restated>('restate', '--issue', next, '--now', '2026-03-29T08:00:00+07:00');
  expect(after.obligations.map((o) => o.key)).toEqual([`obligation/4/1/${UNIT}`]);
});

it('a template, a rule or a merged registry that changes after the issue changes no reprint, and restate says so', () => {
  const issued = issueIt(...signed);
  const original = bytesOf(issued);
  const root = join(__dirname, '../..');
  const change = (path: string, edit: (text: string) => string): void => {
    mkdirSync(dirname(box.path(path)), { recursive: true });
    copyFileSync(join(root, path), box.path(path));
    const [was, is] = [readFileSync(box.path(path), 'utf8'), edit(readFileSync(box.path(path), 'utf8'))];
    expect(is).not.toBe(was);
    writeFileSync(box.path(path), is);
  };
  change('templates/bao-cao-cchc/prose/mo-dau.hbs', (t) => `${t} Câu thêm sau khi phát hành.`);
  change('data/units/hanoi.json', (t) => t.replace('"name": "Sở Nội vụ"', '"name": "Sở Nội vụ sau sáp nhập"'));
  const draft = box.json<Files>(
    'report',
    '--period',
    '2026-Q1',
    '--unit',
    UNIT,
    '--out',
    box.path('moi'),
    '--now',
    AFTER,
  );
  expect(bytesOf(draft)).not.toEqual(original);
  const reprinted = box.json<Reprinted>('issue', 'reprint', ISSUE, '--out', box.path('in-lai'), '--now', AFTER);
  expect([reprinted.same, bytesOf(reprinted)]).toEqual([true, original]);
  const restated = box.run('restate', '--issue', ISSUE, '--now', AFTER);
  expect([restated.code, codes(restated.stderr)]).toEqual([0, ['BC4008']]);
  expect(restated.stdout).toContain('không có nội dung, số liệu nào thay đổi');
});

it('frozen without a number, it gets its number later on exactly what was frozen; the two differ in number and day only', () => {
  const first = issueIt();
  expect([first.issue, first.number]).toEqual([ISSUE, null]);
  record('completed', '2026-03-10', AFTER);
  const numbered = box.json<Issued>('issue', '--period', '2026-Q1', '--unit', UNIT, '--now', AFTER, ...signed);
  expect(numbered).toMatchObject({ issue: `2026-Q1/${UNIT}/2`, numbers: ISSUE, number: '05', ledger: first.ledger });
  const text = ({ files }: Files): readonly string[] => {
    const xml = new TextDecoder().decode(unzipSync(readFileSync(files[0]?.path as string))['word/document.xml']);
    return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map((p) =>
      [...p[0].matchAll(/<w:t[^>]*>([^<]*)/g)].map((t) => t[1]).join(''),
    );
  };
  const [was, is] = [text(first), text(numbered)];
  const differing = is.filter((line, i) => line !== was[i]).map((line) => line.replaceAll('\u00a0', ' '));
  expect(was).toHaveLength(is.length);
  expect(differing).toEqual([
    expect.stringMatching(/^Số: 05\/BC-/),
    expect.stringMatching(/ngày 18 tháng 3 năm 2026$/),
    ...differing
      .slice(2)
      .map(() => expect.stringMatching(/^\(Kèm theo Báo cáo số 05\/BC-.* ngày 18 tháng 3 năm 2026 của /)),
  ]);
});

it('the city’s report with its workbook: issued as of a day, known again, changed cells told', () => {
  record('started', '2026-02-20', '2026-03-15T08:00:00+07:00');
  record('completed', '2026-03-10', AFTER);
  const asOf = ['--now', AFTER, '--as-of', '2026-03-18'] as const;
  const issued = box.json<Issued>(
    'issue',
    '--period',
    '2026-Q1',
    ...asOf,
    '--number',
    '12',
    '--signed-on',
    '2026-03-20',
  );
  expect(issued.issue).toMatch(/^2026-Q1\/[a-z-]+\/1$/);
  expect(issued.files.map((f) => f.path.split('.').pop())).toEqual(['docx', 'xlsx']);
  const restated = box.json<Restated>('restate', '--issue', issued.issue, '--now', AFTER);
  expect(restated.obligations.map((o) => o.key)).toEqual([`obligation/4/1/${UNIT}`]);
  const xlsx = issued.files[1]?.path as string;
  expect(box.run('verify', xlsx).code).toBe(0);
  const parts = unzipSync(readFileSync(xlsx));
  const sheet = 'xl/worksheets/sheet1.xml';
  const text = new TextDecoder().decode(parts[sheet]);
  parts[sheet] = new TextEncoder().encode(text.replace('<v>56</v>', '<v>57</v>'));
  writeFileSync(box.path('sua.xlsx'), zipSync(parts));
  const changed = JSON.parse(box.run('verify', box.path('sua.xlsx'), '--json').stdout) as Verified;
  expect(changed).toMatchObject({ known: true, changed: true, issue: { issue: issued.issue } });
  expect(changed.differences).toContainEqual({ where: sheet, kind: 'changed' });
  expect(changed.differences?.some((d) => 'after' in d && String(d.after).includes('57'))).toBe(true);
});

it('an unknown file, a draft, a broken copy and a file of another ledger are told apart, none with exit 0', () => {
  const issued = issueIt(...signed);
  const docx = issued.files[0]?.path as string;
  const draft = box.json<Files>('report', '--period', '2026-Q1', '--unit', UNIT, '--now', SIGNED).files[0]
    ?.path as string;
  writeFileSync(box.path('la.txt'), 'văn bản mẫu');
  const whole = readFileSync(docx);
  const at = Math.floor(whole.length / 2);
  whole[at] = (whole[at] ?? 0) ^ 1;
  writeFileSync(box.path('hong.docx'), whole);
  const verify = (path: string, ...more: string[]): readonly unknown[] => {
    const ran = box.run('verify', path, '--json', ...more);
    const { known, changed } = JSON.parse(ran.stdout) as Verified;
    return [ran.code, known, changed, codes(ran.stderr)];
  };
  expect(verify(box.path('la.txt'))).toEqual([1, false, null, ['BC4031']]);
  expect(verify(draft)).toEqual([1, false, null, ['BC4032']]);
  expect(verify(box.path('hong.docx'))).toEqual([1, true, true, ['BC4030']]);
  expect(verify(docx, '--db', `sqlite:${box.path('khac.sqlite')}`)).toEqual([1, false, null, ['BC4033']]);
  expect(box.run('verify', box.path('khong-co.docx')).code).toBe(1);
});

describe('refused before anything is frozen', () => {
  it.each([
    [1, 'BC4004', ['--now', '2026-03-14T12:00:00+07:00']],
    [1, 'BC4005', ['--now', SIGNED, '--number', '5', '--signed-on', '2026-03-01']],
    [1, 'BC4003', ['--now', SIGNED, '--number', '05/BC', '--signed-on', '2026-03-18']],
    [2, 'BC2001', ['--now', SIGNED, '--number', '5']],
    [2, 'BC2004', ['--now', SIGNED, '--number', '5', '--signed-on', '18/3/2026']],
    [2, 'BC2001', ['--now', SIGNED, '--formats', 'xlsx']],
  ])('%i %s', (code, expected, args) => {
    const ran = box.run('issue', '--period', '2026-Q1', '--unit', UNIT, ...args);
    expect([ran.code, codes(ran.stderr)]).toEqual([code, [expected]]);
    expect(box.json('issue', 'list')).toEqual([]);
  });

  it('an id that is not there, with those there are', () => {
    issueIt(...signed);
    const ran = box.run('issue', 'reprint', '2026-Q1/khong-co/1');
    expect([ran.code, codes(ran.stderr)]).toEqual([1, ['BC4002']]);
    expect(ran.stderr).toContain(ISSUE);
  });
});

it('a ledger that does not say any more what it said is told, and so is a content that is damaged', () => {
  record('started', '2026-02-20', '2026-03-15T08:00:00+07:00');
  const issued = issueIt(...signed);
  const raw = new Database(box.path('data', 'ledger.sqlite'));
  raw.exec('DROP TRIGGER event_no_update; DROP TRIGGER blob_no_delete');
  raw.prepare('DELETE FROM blob WHERE hash = ?').run(issued.files[0]?.sha256);
  expect(codes(box.run('issue', 'reprint', ISSUE).stderr)).toEqual(['BC4011']);
  raw.exec("UPDATE event SET hash = replace(hash, substr(hash, 1, 4), '0000')");
  raw.close();
  expect(codes(box.run('restate', '--issue', ISSUE).stderr)).toEqual(['BC4013']);
});

it('mẫu Word được nêu, người ký và độ khẩn đóng băng cùng báo cáo: bỏ mẫu đi vẫn in lại đúng từng byte', () => {
  const template = box.path('mau.docx');
  expect(box.run('template', 'sample', '--out', template).code).toBe(0);
  record('started', '2026-02-20', '2026-03-15T08:00:00+07:00');
  const dress = ['--template', template, '--sign-as', 'tl', '--sign-title', 'Chánh Văn phòng', '--urgency', 'khan'];
  const issued = issueIt(...signed, ...dress);
  expect(issued).toMatchObject({ signing: { as: 'order', title: 'Chánh Văn phòng' }, urgency: 'KHẨN' });
  const [before] = bytesOf(issued);
  const text = new TextDecoder().decode(unzipSync(Buffer.from(before as string, 'base64'))['word/document.xml']);
  expect(['TL. GIÁM ĐỐC', 'CHÁNH VĂN PHÒNG'].filter((line) => !text.includes(line))).toEqual([]);
  rmSync(template);
  record('completed', '2026-03-10', AFTER);
  const again = box.json<Reprinted>('issue', 'reprint', ISSUE, '--out', box.path('lai'));
  expect([again.same, again.checks.map((c) => c.remade), bytesOf(again)]).toEqual([true, ['same'], [before]]);
  expect(box.json<Verified>('verify', issued.files[0]?.path as string)).toMatchObject({ known: true, changed: false });
  const plain = box.json<Restated>(
    'restate',
    '--issue',
    ISSUE,
    '--now',
    AFTER,
    '--sign-as',
    'kt',
    '--out',
    box.path('sua'),
  );
  expect(plain.changed).toBe(true);
  const correction = unzipSync(readFileSync(plain.files[0]?.path as string))['word/document.xml'];
  expect(new TextDecoder().decode(correction).includes('KT. GIÁM ĐỐC')).toBe(true);
});

it('báo cáo đóng băng chờ số được ghi số đúng như đã ký, không nhận cách ký khác', () => {
  record('started', '2026-02-20', '2026-03-15T08:00:00+07:00');
  issueIt('--sign-as', 'kt');
  const args = ['issue', '--period', '2026-Q1', '--unit', UNIT, '--now', SIGNED, ...signed] as const;
  expect(codes(box.run(...args, '--sign-as', 'q').stderr)).toEqual(['BC3070']);
  const numbered = issueIt(...signed);
  expect(numbered).toMatchObject({ issue: `2026-Q1/${UNIT}/2`, number: '05', signing: { as: 'deputy' } });
});
