/**
 * The states that a unit may choose, by kind of obligation, and the other words in which people say the same. What a
 * state needs: a completed task its day, a state of a period no day but one inside the period.
 */

import { fold } from '../../lib/text';
import type { ObligationClass } from '../../plan/parts';

export type FormState = 'completed' | 'started' | 'not-started' | 'progress';

interface Choice {
  readonly state: FormState;
  readonly label: string;
}

const COMPLETED: Choice = { state: 'completed', label: 'Đã hoàn thành' };
const STARTED: Choice = { state: 'started', label: 'Đang thực hiện' };

/** In the order of the drop-down. */
export const STATE_CHOICES: Readonly<Record<ObligationClass, readonly Choice[]>> = {
  dated: [COMPLETED, STARTED, { state: 'not-started', label: 'Chưa triển khai' }],
  periodic: [
    { state: 'progress', label: 'Có kết quả trong kỳ' },
    { state: 'not-started', label: 'Chưa có kết quả trong kỳ' },
  ],
  event: [COMPLETED, STARTED, { state: 'not-started', label: 'Chưa phát sinh' }],
};

/** Folded words that people type instead of choosing. */
const OTHER_WORDS: Readonly<Record<ObligationClass, Readonly<Record<string, FormState>>>> = {
  dated: {
    'hoan thanh': 'completed',
    'da xong': 'completed',
    xong: 'completed',
    'da thuc hien xong': 'completed',
    'hoan thanh dung han': 'completed',
    'hoan thanh qua han': 'completed',
    'dang trien khai': 'started',
    'dang lam': 'started',
    'dang thuc hien, trong han': 'started',
    'chua thuc hien': 'not-started',
    'chua lam': 'not-started',
  },
  periodic: {
    'co ket qua': 'progress',
    'da thuc hien': 'progress',
    'da thuc hien trong ky': 'progress',
    'da hoan thanh': 'progress',
    'hoan thanh': 'progress',
    'chua co ket qua': 'not-started',
    'chua thuc hien': 'not-started',
    'chua thuc hien trong ky': 'not-started',
  },
  event: {
    'hoan thanh': 'completed',
    'da xong': 'completed',
    'dang trien khai': 'started',
    'khong phat sinh': 'not-started',
    'chua trien khai': 'not-started',
  },
};

/** The state that a text means; undefined where it is none of this kind's. */
export function stateOf(text: string, cls: ObligationClass): FormState | undefined {
  const wanted = fold(text).replace(/[.;]+$/, '');
  return STATE_CHOICES[cls].find((c) => fold(c.label) === wanted)?.state ?? OTHER_WORDS[cls][wanted];
}

export function stateLabel(state: FormState, cls: ObligationClass): string {
  return STATE_CHOICES[cls].find((c) => c.state === state)?.label ?? state;
}
