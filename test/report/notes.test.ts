/** A reason that a unit gave prints in the notes of its report, below the table it is about; others print nothing. */

import type { Fact, LedgerEvent } from '../../src/ledger/events';
import { plainDate } from '../../src/calendar/plain-date';
import { HANOI, toldFigures } from '../fixtures/hanoi-figures';
import { project } from '../render/docx/projection';
import { outputsOf, planData, renderers, requestFor } from '../support/hanoi';
import { thematicReports } from '../../src/app/thematic';
import { versionFor } from '../../src/regulation/periods';

const data = planData();
const PERIOD = '2026-Q1';

const reason = (check: string, subject: string, text: string, unit = 'so-tu-phap'): Fact => ({
  ...{ kind: 'explanation', plan: HANOI, unit, period: PERIOD, check, subject, text },
});

const doneTask = (task: string): Fact => ({
  ...{ kind: 'task', plan: HANOI, unit: 'so-tu-phap', task, part: null, event: 'completed' },
  ...{ occurredOn: plainDate('2026-02-01'), evidence: [], note: 'Đã ban hành', reason: null, remedy: null },
  ...{ due: null, basis: null },
});

async function report(events: readonly LedgerEvent[], unit = 'so-tu-phap'): Promise<string> {
  const files = await outputsOf(data, requestFor(data, PERIOD, events), [unit]);
  return project(files.get(`${PERIOD}/don-vi/bao-cao-${unit}.docx`) as Uint8Array);
}

const FIGURES = '2.2.1 9 / 2.2.2 5 / 2.2.3.1 6';
const told = (...more: readonly Fact[]): readonly LedgerEvent[] => toldFigures(FIGURES, 'so-tu-phap', PERIOD, more);

describe('giải trình', () => {
  it('stands under the annex of statistics, with the figures it is about', async () => {
    const text = await report(told(reason('KT-06', '2.2.3.1', 'Có 02 văn bản phát hiện từ năm 2025.')));
    expect(text).toContain('Giải trình số liệu:');
    expect(text.replaceAll('\u00a0', ' ')).toContain(
      '- Chỉ tiêu 2.2.3.1: số văn bản đã xử lý sau kiểm tra (2.2.3.1) lớn hơn số văn bản phát hiện trái pháp luật (2.2.2) (2.2.3.1: 6 văn bản; 2.2.2: 5 văn bản). Giải trình: có 02 văn bản phát hiện từ năm 2025.',
    );
  });

  it('about work stands under the annex of tasks', async () => {
    const task = data.plan.tasks.find((t) => t.assignments.some((a) => a.lead.includes('so-tu-phap')));
    const text = await report(told(doneTask(task?.id ?? ''), reason('NV-01', task?.id ?? '', 'Văn bản mật')));
    expect(text).toContain('Giải trình về nhiệm vụ:');
    expect(text).toContain('Giải trình: văn bản mật.');
    expect(text).not.toContain('Giải trình số liệu:');
  });

  it('is left out where none was given, where it is another unit’s, and where the figure was put right', async () => {
    expect(await report(told())).not.toContain('Giải trình');
    expect(await report(told(reason('KT-06', '2.2.3.1', 'Lý do', 'so-noi-vu')))).not.toContain('Giải trình');
    const right = toldFigures(`${FIGURES} / 2.2.3.1 5`, 'so-tu-phap', PERIOD, [reason('KT-06', '2.2.3.1', 'Lý do')]);
    expect(await report(right)).not.toContain('Giải trình');
  });
});

describe('giải trình trong báo cáo chuyên đề', () => {
  const thematic = async (events: readonly LedgerEvent[], body: string): Promise<string> => {
    const files = await thematicReports(data, [body], requestFor(data, PERIOD, events), ['docx'], await renderers());
    return project(files.value?.[0]?.bytes as Uint8Array).replaceAll('\u00a0', ' ');
  };

  it('của cơ quan lập báo cáo in dưới phụ lục của lĩnh vực, nói rõ là của ai', async () => {
    const events = told(reason('KT-06', '2.2.3.1', 'Có 02 văn bản phát hiện từ năm 2025.'));
    const text = await thematic(events, 'so-tu-phap');
    expect(text).toContain('Giải trình số liệu của Sở Tư pháp:');
    expect(text).toContain('(2.2.3.1: 6 văn bản; 2.2.2: 5 văn bản). Giải trình: có 02 văn bản phát hiện từ năm 2025.');
  });

  it('không in ở báo cáo về lĩnh vực khác, hay khi là của đơn vị khác', async () => {
    const other = told(reason('KT-06', '2.2.3.1', 'Lý do', 'so-noi-vu'));
    expect(await thematic(other, 'so-tu-phap')).not.toContain('Giải trình');
    const elsewhere = toldFigures(FIGURES, 'so-tai-chinh', PERIOD, [
      reason('KT-06', '2.2.3.1', 'Lý do', 'so-tai-chinh'),
    ]);
    expect(await thematic(elsewhere, 'so-tai-chinh')).not.toContain('Giải trình');
  });

  it('về nhiệm vụ in dưới phụ lục nhiệm vụ của lĩnh vực', async () => {
    const { fields = {} } = versionFor(data.regime, 2026).value?.thematic ?? {};
    const areas = data.plan.areas.filter((a) => fields['so-tu-phap']?.includes(a.field as number)).map((a) => a.code);
    const led = data.plan.tasks.filter((t) => t.assignments.some((a) => a.lead.includes('so-tu-phap')));
    const task = (inField: boolean): string => led.find((t) => areas.includes(t.area) === inField)?.id ?? '';
    const said = (id: string): readonly LedgerEvent[] => told(doneTask(id), reason('NV-01', id, 'Văn bản mật'));
    expect(await thematic(said(task(true)), 'so-tu-phap')).toContain('Giải trình của Sở Tư pháp về nhiệm vụ:');
    expect(await thematic(said(task(false)), 'so-tu-phap')).not.toContain('Giải trình');
  });
});
