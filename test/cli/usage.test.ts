/** Wrong words on the command line, files that are not there, a reader that stops: each ends in plain Vietnamese. */

import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Sandbox } from '../support/cli';

const box = new Sandbox();
afterAll(() => box.remove());

describe('dùng sai lệnh: mã thoát 2, một lời tiếng Việt', () => {
  test.each([
    ['thiếu mã kế hoạch', ['plan', 'show'], 'thiếu tham số: có 0, cần ít nhất 1'],
    ['thiếu kỳ', ['evaluate'], 'thiếu tham số bắt buộc: period'],
    ['kỳ bỏ trống', ['evaluate', '--period'], 'thiếu giá trị của tham số: period'],
    ['kỳ là chữ trống', ['evaluate', '--period='], 'thiếu giá trị của tham số: period'],
    ['đơn vị bỏ trống', ['evaluate', '--period', '2026-Q1', '--unit'], 'thiếu giá trị của tham số: unit'],
    ['tệp bỏ trống', ['record', '--from'], 'thiếu giá trị sau: from'],
    ['sổ bỏ trống', ['ledger', 'verify', '--db'], 'thiếu giá trị của tham số: db'],
    ['số không phải số', ['record', '--part', 'x'], 'thiếu giá trị của tham số: part'],
    ['thừa chữ', ['plan', 'show', 'a', 'b'], 'không hiểu: b'],
    ['cờ lạ', ['evaluate', '--period', '2026-Q1', '--nhanh'], 'không hiểu: nhanh'],
    ['lệnh lạ', ['lap-bao-cao'], 'không hiểu: lap-bao-cao'],
    ['lệnh gõ nhầm', ['evalute'], 'Có phải ý là evaluate?'],
    ['không nêu lệnh', [], 'chưa nêu lệnh'],
    ['một cờ nêu hai lần', ['evaluate', '--period', '2026-Q1', '--period', '2026-H1'], '--period chỉ nêu một lần'],
    [
      'giá trị lạ',
      ['evaluate', '--period', '2026-Q1', '--group-by', 'x'],
      'Tham số: group-by, nhận được: "x", chọn một trong: "area", "unit", "status"',
    ],
  ])('%s', (_, args, said) => {
    const ran = box.run(...args);
    expect([ran.code, ran.stdout]).toEqual([2, '']);
    expect(ran.stderr).toContain('lỗi[BC2001]');
    expect(ran.stderr).toContain(said);
    expect(ran.stderr).not.toMatch(/ at |argument|Missing|Unknown/);
  });
});

test('lời của người báo cáo được bắt đầu bằng gạch ngang; cờ đứng sau cờ vẫn là cờ', () => {
  const told = ['record', '--plan', 'hanoi-cchc-2026', '--unit', 'so-noi-vu', '--task', '1', '--event', 'started'];
  const words = ['--on', '2026-02-20', '--note', '- Đã họp', '--reason', '-5% biên chế', '--evidence', '--json'];
  const { code, stdout } = box.run(...told, ...words, '--now', '2026-03-01T08:00:00+07:00');
  expect([code, JSON.parse(stdout)]).toMatchObject([0, { recorded: 1 }]);
  const { stdout: events } = box.run('ledger', 'export');
  expect(events).toContain('"note":"- Đã họp"');
  expect(events).toContain('"reason":"-5% biên chế"');
});

test('thư mục làm việc gõ nhầm không thành một sổ trắng', () => {
  const gone = new Sandbox();
  gone.remove();
  const ran = gone.run('evaluate', '--period', '2026-Q1');
  expect([ran.code, existsSync(gone.folder)]).toEqual([2, false]);
  expect(ran.stderr).toContain('không có thư mục làm việc');
});

describe('tệp không đọc được: mã thoát 1, lý do tiếng Việt', () => {
  test.each([
    ['tệp sự kiện không có', ['record', '--from', '/khong-co.jsonl'], 'không có tệp hoặc thư mục này (ENOENT)'],
    ['tệp sự kiện là thư mục', ['record', '--from', '/'], 'đây là thư mục, không phải tệp (EISDIR)'],
    ['biểu không có', ['form', 'import', '/khong-co.xlsx'], 'không có tệp hoặc thư mục này (ENOENT)'],
    [
      'kế hoạch không có',
      ['plan', 'import', '/a.docx', '--id', 'a', '--year', '2026'],
      'không có tệp hoặc thư mục này',
    ],
  ])('%s', (_, args, said) => {
    const ran = box.run(...args);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain(said);
  });

  test('dòng JSON sai cú pháp, trường thiếu, trường lạ, giá trị lạ', () => {
    const file = box.path('su-kien.jsonl');
    const line = (more: object): string => JSON.stringify({ unit: 'so-noi-vu', plan: 'hanoi-cchc-2026', ...more });
    writeFileSync(
      file,
      ['{"unit": ', line({ task: '4', event: 'xong', on: '2026-02-20' }), line({ task: '4', event: 'started' })].join(
        '\n',
      ),
    );
    const { code, stderr } = box.run('record', '--from', file);
    expect(code).toBe(1);
    expect(stderr).toContain('JSON');
    expect(stderr).toContain('phải là một trong: "not-started", "started"');
    expect(stderr).toContain('thiếu trường này');
    expect(stderr).not.toMatch(/Invalid|expected|Unexpected|undefined/);
  });
});

test('người đọc dừng giữa chừng khi xuất sổ: không vết lỗi, mã thoát 0', () => {
  const lines = Array.from({ length: 3000 }, (_, i) =>
    JSON.stringify({
      ...{ unit: 'so-noi-vu', plan: 'hanoi-cchc-2026', period: '2026-Q1', section: 'I.1' },
      ...{ text: `Nội dung mẫu ${i}`, recordedAt: '2026-03-01T08:00:00+07:00' },
    }),
  );
  const told = box.runWith({ input: lines.join('\n') }, 'record', '--from=-', '--now', '2026-03-02');
  expect([told.code, told.stderr]).toEqual([0, '']);
  const script = `{ "$0" "$1" --workspace "$2" ledger export "$3"; echo "mã $?" >&2; } | head -c 6`;
  for (const form of ['--no-json', '--json']) {
    const args = ['-c', script, process.execPath, join(__dirname, '../../bin/baocao.js'), box.folder, form];
    const { stdout, stderr } = spawnSync('sh', args, { encoding: 'utf8' });
    expect([stdout, stderr]).toEqual([form === '--json' ? '[{"seq' : '{"seq"', 'mã 0\n']);
  }
});

test('người đọc dừng giữa chừng (| head): không vết lỗi, mã thoát của lệnh giữ nguyên', () => {
  const program = join(__dirname, '../../bin/baocao.js');
  const script = `{ "$0" "$1" plan show hanoi-cchc-2026 --json; echo "mã $?" >&2; } | head -c 1`;
  const { stdout, stderr } = spawnSync('sh', ['-c', script, process.execPath, program], { encoding: 'utf8' });
  expect([stdout, stderr]).toEqual(['{', 'mã 0\n']);
});
