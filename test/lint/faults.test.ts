/** Each planted fault is found, by its rule, where it is; the correct documents stay silent. */

import { whereText } from '../../src/app/lint';
import type { Finding } from '../../src/lint/finding';
import { CHECKS } from '../../src/lint/rules';
import { ARTICLES, FAULTS, type Fault } from './faults';
import { all, changed, type Change } from './package';
import { faultsOf, letter, lineOf, lintBytes, render, report } from './support';

const bases: Record<'report' | 'letter' | 'articles', Uint8Array> = {
  report: new Uint8Array(),
  letter: new Uint8Array(),
  articles: new Uint8Array(),
};

beforeAll(async () => {
  bases.report = await render(report);
  bases.letter = await render(letter);
  bases.articles = changed(bases.report, ARTICLES);
});

/** The same file as another office would have it: styles of other names, so that parts are told by what they say. */
const strange: Change = (parts) => {
  for (const [name, text] of parts)
    if (/^word\/.*\.xml$/.test(name)) parts.set(name, text.replace(/"D30(?=[A-Z])/g, '"Kieu'));
};

const linted = new Map<Fault, readonly Finding[]>();

/** What the linter says of a planted fault, asked once. */
function findingsOf(fault: Fault): readonly Finding[] {
  const findings = linted.get(fault) ?? lintBytes(changed(bases[fault.base ?? 'report'], fault.change)).findings;
  linted.set(fault, findings);
  return findings;
}

function mustFind({ rule, at, severity }: Fault, findings: readonly Finding[]): void {
  const found = findings.filter((each) => each.rule === rule);
  const placed = found.filter(({ where }) => `${where.part} ${whereText(where)}`.includes(at));
  if (placed.length === 0) throw new Error(`not found at "${at}" among:\n${findings.map(lineOf).join('\n')}`);
  if (severity) expect(placed.map((each) => each.severity)).toContain(severity);
}

const rows = FAULTS.map((fault): [string, string, Fault] => [fault.rule, fault.name, fault]);

describe('planted faults', () => {
  it.each(Object.keys(bases))('the correct document "%s" has none', (name) => {
    expect(faultsOf(bases[name as keyof typeof bases])).toEqual([]);
  });

  it('are at least ninety, and leave out no rule of 5.1 to 5.6', () => {
    expect(FAULTS.length).toBeGreaterThanOrEqual(90);
    expect(Object.keys(CHECKS).filter((rule) => !FAULTS.some((fault) => fault.rule === rule))).toEqual([]);
  });

  it.each(rows)('%s: %s', (_, __, fault) => {
    mustFind(fault, findingsOf(fault));
  });

  it('each stirs up few other rules', () => {
    const noisy = FAULTS.flatMap((fault) => {
      const others = new Set(
        findingsOf(fault)
          .filter(({ rule, severity }) => rule !== fault.rule && severity !== 'I')
          .map(({ rule }) => rule),
      );
      return others.size > 5 ? [`${fault.rule} ${fault.name}: ${[...others].join(' ')}`] : [];
    });
    expect(noisy).toEqual([]);
  });
});

describe('the same in a file whose styles have other names', () => {
  it.each(Object.keys(bases))('the correct document "%s" has none', (name) => {
    expect(faultsOf(changed(bases[name as keyof typeof bases], strange))).toEqual([]);
  });

  it.each(rows)('%s: %s', (_, __, fault) => {
    const bytes = changed(bases[fault.base ?? 'report'], all(fault.change, strange));
    mustFind(fault, lintBytes(bytes).findings);
  });
});
