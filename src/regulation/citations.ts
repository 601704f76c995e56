/** The register of instruments and how one is cited: "Điều 12 Nghị định số 09/2019/NĐ-CP ngày …". */

import type { Citation, Instrument } from './schema';

export interface Instruments {
  readonly byId: ReadonlyMap<string, Instrument>;
}

export function instrumentsOf(list: readonly Instrument[]): Instruments {
  return { byId: new Map(list.map((i) => [i.id, i])) };
}

/** Throws when the instrument is not registered: a rule without a citation is a bug in the data, caught at load. */
export function citationText(instruments: Instruments, citation: Citation): string {
  const instrument = instruments.byId.get(citation.instrument);
  if (!instrument) throw new Error(`instrument not registered: ${citation.instrument}`);
  return citation.at ? `${citation.at} ${instrument.citation}` : instrument.citation;
}
