/**
 * Accepted workbooks on their way into the ledger: several in one append, each whole in it, so that a delivery of a
 * hundred and more does not wait for the disk a hundred times. What a workbook brought is told apart afterwards.
 */

import type { ImportedForm } from '../app/form-import';
import type { Instant } from '../calendar/instant';
import type { LedgerEvent } from '../ledger/events';
import type { LedgerStore } from '../ledger/store/port';

/** Enough for the cost of a commit to vanish, little enough for progress to be seen. */
const MOST_EVENTS = 1000;

export class Appends<File> {
  private waiting: { readonly file: File; readonly form: ImportedForm }[] = [];

  /** `done` is told of each workbook once it stands in the ledger, in the order in which they were added. */
  constructor(
    private readonly ledger: Pick<LedgerStore, 'append'>,
    private readonly now: Instant,
    private readonly done: (file: File, form: ImportedForm, appended: readonly LedgerEvent[]) => void,
  ) {}

  /** Is something of that unit not yet in the ledger? */
  holds(unit: string): boolean {
    return this.waiting.some(({ form }) => form.identity.unit === unit);
  }

  async add(file: File, form: ImportedForm): Promise<void> {
    this.waiting.push({ file, form });
    const events = this.waiting.reduce((sum, w) => sum + w.form.events.length, 0);
    if (events >= MOST_EVENTS) await this.flush();
  }

  /** All that waits, in one append. */
  async flush(): Promise<void> {
    const group = this.waiting;
    this.waiting = [];
    const batch = group.flatMap(({ form }) => form.events);
    const { appended, known } =
      batch.length > 0 ? await this.ledger.append(batch, this.now) : { appended: [], known: [] };
    const skipped = new Set(known.map(({ index }) => index));
    let [index, next] = [0, 0];
    for (const { file, form } of group) {
      const own: LedgerEvent[] = [];
      for (const end = index + form.events.length; index < end; index += 1)
        if (!skipped.has(index)) own.push(appended[next++] as LedgerEvent);
      this.done(file, form, own);
    }
  }
}
