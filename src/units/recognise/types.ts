/** What recognition asks and answers. Offsets are UTF-16 units into the text as given. */

import type { PlainDate } from '../../calendar/plain-date';

export interface BodyMatch {
  /** Unit or group. */
  readonly id: string;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** An official name; a listed variant, an abbreviation or marks that differ; a wrong letter; a person's reading. */
  readonly how: 'exact' | 'variant' | 'near' | 'told';
  /** Letters or marks are not those of any spelling the registry knows: a slip of typing or of scanning. */
  readonly misspelt: boolean;
  /** In brackets after a body a name describes it ("Trung tâm Báo chí (Sở …)"), or supports it ("(phối hợp …)"). */
  readonly role: 'listed' | 'described' | 'supporting';
  /** True when it was not in force on any day asked about. */
  readonly outside: boolean;
}

/** Text that is no known name: somebody unknown, several bodies of one name, or a remark ("tổng hợp"). */
export interface Leftover {
  readonly kind: 'unknown' | 'ambiguous' | 'remark';
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly nearest: readonly string[];
}

export interface Recognition {
  readonly matches: readonly BodyMatch[];
  readonly leftovers: readonly Leftover[];
}

/** A person's reading of a stretch of text; no bodies: it names nobody of the registry. */
export interface Reading {
  readonly text: string;
  readonly bodies: readonly string[];
}

/** The days asked about (a plan's range) and readings that go before the registry. */
export interface RecogniseOptions {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly readings?: readonly Reading[];
}
