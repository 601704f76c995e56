/** Who leads on a day: a task never falls out of the count because its lead was merged, split or renamed. */

import { plainDate } from '../../src/calendar/plain-date';
import { leadsOn } from '../../src/plan/leads';
import { registry } from './sample';

const leads = (lead: readonly string[], on: string): string =>
  leadsOn({ lead: [...lead] }, registry, plainDate(on))
    .map((id) => id.replace('don-vi-mau-', ''))
    .join(' ');

test.each([
  [['don-vi-mau-01'], '2026-03-14', '01', 'a body in force'],
  [['don-vi-mau-02'], '2026-06-30', '02', 'its last day'],
  [['don-vi-mau-02'], '2026-07-01', '03', 'the body that took over'],
  [['don-vi-mau-02'], '2026-10-01', '04 05', 'those that took over from that one'],
  [['don-vi-mau-06'], '2026-03-31', '06', 'a body without a successor, on its last day'],
  [['don-vi-mau-06'], '2026-04-01', '', 'and after it'],
  [['don-vi-mau-07'], '2026-04-30', '', 'a body that has ended, before another takes over'],
  [['don-vi-mau-07'], '2026-05-01', '01', 'and since it did'],
  [['nhom-mau'], '2026-06-30', '01 02', 'the members of a group'],
  [['nhom-mau'], '2026-10-01', '01 04 05', 'those of the day, not of the plan'],
  [['don-vi-mau-01', 'nhom-mau', 'don-vi-mau-02'], '2026-06-30', '01 02', 'each once, in the order of the plan'],
  [['don-vi-mau-02', 'don-vi-mau-03'], '2026-07-01', '03', 'an ended body and the one after it are one'],
  [['khong-co'], '2026-06-30', '', 'nobody'],
])('%j on %s: "%s" (%s)', (lead, on, wanted) => {
  expect(leads(lead, on)).toBe(wanted);
});
