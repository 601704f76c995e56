/**
 * `doctor`: is this machine fit for the work, what is missing, and what that costs. Facts about the machine come in as
 * values; each becomes one check. Essential is what the work cannot be done without; the rest costs one feature.
 */

import { localDay, type Instant } from '../calendar/instant';
import { plainDate, yearOf } from '../calendar/plain-date';
import { formatDate, formatDecimal, formatInteger } from '../i18n/format';
import type { Verification } from '../ledger/store/port';
import type { DueAction } from './due/actions';
import { instantText } from './due/words';
import type { PlanData } from './plan-data';

export interface Check {
  readonly id: string;
  readonly state: 'ok' | 'warning' | 'missing';
  readonly essential: boolean;
  readonly title: string;
  readonly found: string;
  /** What does not work because of it; null when it is as it should be. */
  readonly costs: string | null;
}

export interface Programs {
  readonly node: string;
  /** Versions as the programs tell them; null where there is none. */
  readonly libreOffice: string | null;
  readonly poppler: string | null;
  /** Families that can show Vietnamese; null where fontconfig is not there to ask. */
  readonly fonts: readonly string[] | null;
}

export interface Machine {
  readonly workspace: string;
  /** Why nothing can be written under `output`; null when it can. */
  readonly outputFault: string | null;
  readonly freeBytes: number;
  readonly timeZone: string;
  /** Hours of Asia/Ho_Chi_Minh ahead of UTC as the machine's own tables have it; null where they lack it. */
  readonly hanoiOffset: number | null;
  /** Where `run-due` is called from: cron, systemd. */
  readonly callers: readonly string[];
}

export interface LedgerFacts {
  readonly store: string;
  /** Null: not made yet. */
  readonly verification: Verification | null;
  readonly fault: string | null;
  readonly lastRecordedAt: Instant | null;
}

export interface DueFacts {
  readonly fault: string | null;
  readonly next: DueAction | undefined;
  readonly waiting: readonly string[];
  readonly reminder: boolean;
}

export interface Findings {
  readonly now: Instant;
  readonly programs: Programs;
  readonly machine: Machine;
  readonly ledger: LedgerFacts;
  /** Null: the plan does not load, and `planFault` says why. */
  readonly data: PlanData | null;
  readonly planFault: string | null;
  readonly due: DueFacts;
}

type Found = Omit<Check, 'state' | 'costs'>;
const good = (found: Found): Check => ({ ...found, state: 'ok', costs: null });
const poor = (found: Found, costs: string): Check => ({
  ...found,
  state: found.essential ? 'missing' : 'warning',
  costs,
});
/** As it should be, or else what it costs. */
const check = (found: Found, fits: boolean, costs: string): Check => (fits ? good(found) : poor(found, costs));

const NODE = [20, 19] as const;
const MIB = 2 ** 20;
const LITTLE = 100 * MIB;
const SCARCE = 1024 * MIB;
const FACES = /Liberation Serif|Times New Roman/;

export function checksOf(findings: Findings): readonly Check[] {
  return [
    ...programChecks(findings.programs),
    ...machineChecks(findings.machine),
    ...clockChecks(findings),
    ledgerCheck(findings.ledger),
    planCheck(findings),
    ...calendarChecks(findings),
    ...dueChecks(findings.due, findings.machine),
  ];
}

function programChecks({ node, libreOffice, poppler, fonts }: Programs): readonly Check[] {
  const [major = 0, minor = 0] = node.replace('v', '').split('.').map(Number);
  const face = fonts?.find((family) => FACES.test(family));
  return [
    check(
      { id: 'node', essential: true, title: 'Node', found: node },
      major > NODE[0] || (major === NODE[0] && minor >= NODE[1]),
      `cần Node ${NODE.join('.')} trở lên`,
    ),
    check(
      { id: 'libreoffice', essential: false, title: 'LibreOffice', found: libreOffice ?? 'không có' },
      libreOffice !== null,
      'không lập được PDF, không soát được bản in (lint); cài libreoffice-writer-nogui',
    ),
    check(
      { id: 'poppler', essential: false, title: 'poppler (pdftotext)', found: poppler ?? 'không có' },
      poppler !== null,
      'lint không soát được bản in, phép thử PDF bị bỏ qua; cài poppler-utils',
    ),
    check(
      {
        id: 'fonts',
        essential: false,
        title: 'Phông chữ có dấu tiếng Việt',
        found: fonts === null ? 'không hỏi được (thiếu fontconfig)' : (face ?? 'không có'),
      },
      face !== undefined,
      'PDF hiện bằng phông chữ khác, số trang có thể lệch; cài fonts-liberation2',
    ),
  ];
}

function machineChecks({ workspace, outputFault, freeBytes }: Machine): readonly Check[] {
  const free = `${formatDecimal(freeBytes / (1024 * MIB), 1)} GB`;
  return [
    check(
      { id: 'output', essential: true, title: 'Thư mục output ghi được', found: outputFault ?? workspace },
      outputFault === null,
      'không ghi được tệp nào',
    ),
    check(
      { id: 'disk', essential: freeBytes < LITTLE, title: 'Đĩa còn trống', found: free },
      freeBytes >= SCARCE,
      'sắp hết đĩa: báo cáo, sổ có thể không ghi được',
    ),
  ];
}

/** The clock decides what is due: one that is wrong makes things too early or not at all. */
function clockChecks({ now, machine, ledger }: Findings): readonly Check[] {
  const year = yearOf(localDay(now));
  const behind = ledger.lastRecordedAt !== null && now < ledger.lastRecordedAt;
  return [
    check(
      {
        id: 'time-zone',
        essential: true,
        title: 'Giờ Việt Nam (UTC+7)',
        found: `múi giờ của máy ${machine.timeZone}; chương trình luôn tính giờ Việt Nam`,
      },
      machine.hanoiOffset === 7,
      'bảng múi giờ của máy không có hoặc sai Asia/Ho_Chi_Minh: nhịp của cron, systemd có thể lệch',
    ),
    check(
      { id: 'clock', essential: true, title: 'Đồng hồ', found: instantText(now) },
      year >= 2020 && year <= 2100 && !behind,
      behind && ledger.lastRecordedAt
        ? `đồng hồ chậm hơn lần ghi sổ cuối (${instantText(ledger.lastRecordedAt)}): việc đến hạn sẽ làm muộn`
        : 'đồng hồ sai: việc đến hạn sẽ làm sớm, muộn hoặc không làm',
    ),
  ];
}

function ledgerCheck({ store, verification, fault }: LedgerFacts): Check {
  const found = { id: 'ledger', essential: true, title: 'Sổ sự kiện' };
  if (fault !== null) return poor({ ...found, found: `${store}: ${fault}` }, 'không ghi, không lập được báo cáo nào');
  if (verification === null) return good({ ...found, found: `${store}: chưa có, tự lập khi ghi lần đầu` });
  const { events, head, broken } = verification;
  const state = `${store}: ${formatInteger(events)} sự kiện`;
  return broken
    ? poor(
        { ...found, found: `${state}, hỏng từ vị trí ${formatInteger(broken.seq)} (${broken.reason})` },
        'số liệu từ vị trí đó không còn tin được; xem baocao ledger verify',
      )
    : good({ ...found, found: `${state}, nguyên vẹn, mã cuối ${head.hash.slice(0, 16)}` });
}

function planCheck({ data, planFault }: Findings): Check {
  const found = { id: 'plan', essential: true, title: 'Kế hoạch, chế độ báo cáo, danh mục' };
  return data
    ? good({ ...found, found: `${data.plan.id}, chế độ ${data.regime.id}` })
    : poor({ ...found, found: planFault ?? 'không nạp được' }, 'không lập được báo cáo nào');
}

/** Last days that fall on holidays or are counted in working days need the calendar of their year. */
function calendarChecks({ data, now }: Findings): readonly Check[] {
  if (!data?.regime.calendar) return [];
  const year = yearOf(localDay(now));
  return [year, year + 1].map((y) => {
    const known = data.regime.workingDays?.isWorked(plainDate(`${y}-01-01`)) !== undefined;
    return check(
      {
        id: `calendar-${y}`,
        essential: false,
        title: `Lịch ngày làm việc năm ${y}`,
        found: known ? `data/calendars/${data.regime.calendar}.json` : 'chưa có',
      },
      known,
      `không tính được thời hạn theo ngày làm việc của năm ${y}; bổ sung khi có thông báo nghỉ lễ, tết`,
    );
  });
}

function dueChecks({ fault, next, waiting, reminder }: DueFacts, { callers }: Machine): readonly Check[] {
  const title = 'Lịch tự chạy';
  const coming = next ? `việc kế tiếp ${next.key}, ${formatDate(localDay(next.dueAt))}` : 'không còn việc nào sắp tới';
  return [
    check(
      { id: 'schedule', essential: true, title, found: fault ?? coming },
      fault === null,
      'không việc nào tự làm được',
    ),
    check(
      { id: 'plan-ahead', essential: false, title: 'Kế hoạch còn kỳ báo cáo phía trước', found: coming },
      next !== undefined || fault !== null,
      'sẽ không có gì tự lập nữa; nạp kế hoạch mới và ghi vào activePlans',
    ),
    check(
      { id: 'reminder', essential: false, title: 'Mẫu công văn đôn đốc', found: reminder ? 'có' : 'chế độ không nêu' },
      reminder,
      'không tự đôn đốc; ghi "reminder" trong tệp chế độ báo cáo',
    ),
    check(
      {
        id: 'failed-actions',
        essential: false,
        title: 'Việc không làm được còn treo',
        found: waiting.length === 0 ? 'không có' : waiting.join(', '),
      },
      waiting.length === 0,
      'xem lỗi bằng baocao run-due; chương trình tự làm lại',
    ),
    check(
      {
        id: 'callers',
        essential: false,
        title: 'Máy tự gọi run-due',
        found: callers.length > 0 ? callers.join(', ') : 'chưa thấy trong crontab của người dùng này và systemd',
      },
      callers.length > 0,
      'không có gì tự chạy; cài bằng baocao schedule --format crontab|systemd',
    ),
  ];
}

export const isFit = (checks: readonly Check[]): boolean => checks.every((c) => c.state !== 'missing');

const MARKS = { ok: '[đạt]  ', warning: '[lưu ý]', missing: '[THIẾU]' } as const;

export function checksText(checks: readonly Check[]): string {
  const lines = checks.flatMap(({ state, title, found, costs }) => [
    `${MARKS[state]} ${title}: ${found}`,
    ...(costs === null ? [] : [`          → ${costs}`]),
  ]);
  const of = (state: Check['state']): number => checks.filter((c) => c.state === state).length;
  const sum = isFit(checks)
    ? `Máy dùng được; ${formatInteger(of('warning'))} điều cần lưu ý.`
    : `Máy CHƯA dùng được: thiếu ${formatInteger(of('missing'))} thứ bắt buộc.`;
  return [...lines, sum].join('\n');
}
