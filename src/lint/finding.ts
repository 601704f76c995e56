/** What the linter says: findings with place and ground, and the shape of the functions that make them. */

import type { Diagnostic } from '../lib/diagnostic';
import type { Paragraph, Place } from './model/document';
import type { OfficialView, Zone } from './roles/view';

/** E: breach of a clause; W: probable breach or inconsistency; I: advice. */
export type Severity = 'E' | 'W' | 'I';

export interface Where extends Place {
  /** Part of the page: head, text, foot, appendix. */
  readonly zone?: Zone;
}

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly where: Where;
  readonly basis: string;
  readonly help: string;
}

/** One fault as a rule sees it; words around it come from the rule table. */
export interface Hit {
  readonly at: Paragraph | Place;
  readonly found: string;
  /** Where it is milder or sharper than the rule usually is. */
  readonly severity?: Severity;
}

export interface Phrase {
  /** Regular expression, matched with the flag `u`. */
  readonly wrong: string;
  readonly right: string;
}

/** What the linter is told besides the file. */
export interface LintSettings {
  /** Official names of bodies, as their registry writes them. */
  readonly names: readonly string[];
  /** Wordings by rule, from the rule table. */
  readonly phrases: Readonly<Record<string, readonly Phrase[]>>;
  /** The report goes to a higher body, so "Kính gửi" is expected. */
  readonly upward: boolean;
}

export type Check = (view: OfficialView, settings: LintSettings) => readonly Hit[];
export type Checks = Readonly<Record<string, Check>>;

export interface LintReport {
  readonly findings: readonly Finding[];
  readonly counts: Readonly<Record<Severity, number>>;
  /** Findings beyond the limit of a rule, counted but not listed. */
  readonly omitted: Readonly<Record<string, number>>;
  readonly diagnostics: readonly Diagnostic[];
}
