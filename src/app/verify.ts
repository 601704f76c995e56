/**
 * `verify FILE`: was this file issued, and is it unchanged? The bytes say it by their hash; a changed file still says
 * in its properties whose it is, and is compared with the one that was issued, part by part and text by text.
 */

import type { Issue } from '../report/issue';
import { provenanceIn, type FoundProvenance } from './verify/provenance';
import { differencesOf, type Difference } from './verify/differences';

export interface Verified {
  readonly file: string;
  /** Does this ledger know the file, as it is or as what it was made from? */
  readonly known: boolean;
  /** Null where there is nothing to compare with. */
  readonly changed: boolean | null;
  readonly issue: Issue | null;
  /** The name under which it was issued. */
  readonly name: string | null;
  readonly provenance: FoundProvenance | null;
  readonly differences: readonly Difference[];
}

export interface VerifyRequest {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly issues: readonly Issue[];
  /** Contents kept with an issue, by hash. */
  readonly kept: (hash: string) => Promise<Uint8Array | undefined>;
}

export async function verifyFile({ file, bytes, sha256, issues, kept }: VerifyRequest): Promise<Verified> {
  const base = { file, name: null, provenance: null, differences: [] };
  for (const issue of issues) {
    const same = issue.files.find((f) => f.sha256 === sha256);
    if (same) return { ...base, known: true, changed: false, issue, name: same.name };
  }
  const provenance = provenanceIn(bytes);
  const issue = issues.find((i) => i.id === provenance?.properties['issue']) ?? null;
  if (issue === null || provenance === null) return { ...base, known: false, changed: null, issue: null, provenance };
  const original = originalOf(issue, file, provenance.format);
  const stored = original && (await kept(original.sha256));
  const differences = stored ? differencesOf(provenance.format, stored, bytes) : [];
  return { ...base, known: true, changed: true, issue, name: original?.name ?? null, provenance, differences };
}

/** Of the same kind, by the same name where there are several. */
function originalOf({ files }: Issue, file: string, format: string): Issue['files'][number] | undefined {
  const base = (name: string): string => name.replace(/^.*[/\\]/, '');
  const alike = files.filter((f) => f.name.endsWith(`.${format}`));
  return alike.find((f) => base(f.name) === base(file)) ?? alike[0];
}

export function verifyJson({ file, known, changed, issue, name, differences }: Verified): object {
  const named = issue && {
    ...{
      issue: issue.id,
      kind: issue.kind,
      plan: issue.plan,
      period: issue.period,
      unit: issue.unit,
      body: issue.body,
    },
    ...{ number: issue.number, signedOn: issue.signedOn, name },
  };
  return {
    file,
    known,
    changed,
    ...(named ? { issue: named } : {}),
    ...(differences.length > 0 ? { differences } : {}),
  };
}
