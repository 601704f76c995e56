/** The bodies of one assignment: leads and supporters recognised, and every judgement said with its place. */

import { info, warning, type Diagnostic, type Place } from '../../../lib/diagnostic';
import { recognise, type BodyMatch, type RecogniseOptions, type Recognition } from '../../../units/recognise';
import type { Registry } from '../../../units/registry';

/** A judgement that goes into the plan's notes. */
export interface Judgement {
  readonly judgement: string;
  readonly reason: string;
}

export interface Bodies {
  readonly lead: readonly string[];
  readonly support: readonly string[];
  readonly judgements: readonly Judgement[];
  readonly diagnostics: readonly Diagnostic[];
}

const unique = (ids: readonly string[]): readonly string[] => [...new Set(ids)];
const listed = ({ matches }: Recognition, role: BodyMatch['role']): readonly string[] =>
  matches.filter((match) => match.role === role).map((match) => match.id);

/** Name of a unit or group for people. */
export function nameOf(registry: Registry, id: string): string {
  return registry.unit(id)?.name ?? registry.group(id)?.name ?? id;
}

/** Reads a cell of bodies. */
export type BodyReader = (text: string) => Recognition;

/** The reader of one import: plans say "Sở, ban, ngành" in every other row, and each text is read once. */
export function bodyReader(registry: Registry, options: RecogniseOptions): BodyReader {
  const known = new Map<string, Recognition>();
  return (text) => {
    const before = known.get(text);
    if (before) return before;
    const read = recognise(text, registry, options);
    known.set(text, read);
    return read;
  };
}

/** Reads the two cells of an assignment. BC1651–BC1656 say what was not plain. */
export function bodiesOf(
  cells: { readonly leadText: string; readonly supportText: string },
  registry: Registry,
  read: BodyReader,
  where: Place,
): Bodies {
  const leads = read(cells.leadText);
  const supports = read(cells.supportText);
  const lead = unique(listed(leads, 'listed'));
  const helping = [...listed(leads, 'supporting'), ...listed(supports, 'listed'), ...listed(supports, 'supporting')];
  const both = [leads, supports];
  return {
    lead,
    support: unique(helping),
    judgements: both.flatMap((r) => judgementsOf(r, registry)),
    diagnostics: both.flatMap((r) => diagnosticsOf(r, registry, where)),
  };
}

function judgementsOf({ matches }: Recognition, registry: Registry): readonly Judgement[] {
  return matches.flatMap((match) => {
    const name = nameOf(registry, match.id);
    if (match.misspelt)
      return [{ judgement: `Giữ “${match.text}”; đọc là ${name}, mã ${match.id}.`, reason: SLIPS[match.how] }];
    if (match.role === 'supporting')
      return [
        {
          judgement: `“${match.text}” trong ngoặc được xếp vào cơ quan phối hợp.`,
          reason: 'Ô chủ trì ghi “phối hợp” trước tên cơ quan này.',
        },
      ];
    return [];
  });
}

const SLIPS: Readonly<Record<BodyMatch['how'], string>> = {
  exact: '',
  told: '',
  variant: 'Dấu hoặc cách viết khác tên trong danh mục cơ quan; chữ không dấu trùng khớp.',
  near: 'Sai một, hai chữ cái so với tên trong danh mục cơ quan; không có tên nào khác gần hơn.',
};

function diagnosticsOf({ matches, leftovers }: Recognition, registry: Registry, where: Place): readonly Diagnostic[] {
  const nearest = (ids: readonly string[]): string => ids.map((id) => nameOf(registry, id)).join('; ') || '(không có)';
  const left = leftovers.map((l) => {
    if (l.kind === 'ambiguous') return warning('BC1655', where, { text: l.text, known: nearest(l.nearest) });
    if (l.kind === 'remark') return info('BC1654', where, { text: l.text });
    return warning('BC1651', where, { text: l.text, nearest: nearest(l.nearest) });
  });
  const read = matches.flatMap((m) => {
    const params = { text: m.text, name: nameOf(registry, m.id), body: m.id };
    return [
      ...(m.misspelt ? [info('BC1652', where, params)] : []),
      ...(m.outside ? [info('BC1653', where, params)] : []),
      ...(m.role === 'described' ? [info('BC1656', where, params)] : []),
    ];
  });
  return [...left, ...read];
}
