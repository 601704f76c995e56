/** The schedule of a regime: the file of its own name in `data/schedules`, else the general one. */

import type { Outcome } from '../lib/diagnostic';
import { scheduleSchema, type Schedule } from '../regulation/schedule';
import type { Regime } from '../regulation/schema';
import { loadJson } from './load';
import type { Workspace } from './workspace';

const GENERAL = 'chung';

/** It moves no figure, so it stands beside the regime and not in its fingerprint. */
export function loadSchedule(ws: Workspace, regime: Pick<Regime, 'id'>): Outcome<Schedule> {
  const own = ws.find('data', 'schedules', `${regime.id}.json`) !== undefined;
  return loadJson(ws, 'schedules', own ? regime.id : GENERAL, scheduleSchema);
}
