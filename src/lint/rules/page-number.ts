/** 5.1, numbers on the page: PG-09 to PG-14 and PG-16. */

import type { Checks, Hit } from '../finding';
import { paragraphsOf, type HeaderKind, type Paragraph, type Run, type Section, type Story } from '../model/document';
import { sizeText, twipsToMm } from '../model/values';
import type { OfficialView } from '../roles/view';
import { hasSeveralPages } from './extent';
import { DOCUMENT, hit, sectionPlace, TIMES } from './looks';

/** The page number itself, also inside a condition; not `NUMPAGES`, `PAGEREF` or `SECTIONPAGES`. */
const PAGE = /(?:^|[^\p{L}])PAGE(?![\p{L}])/iu;

const isPage = (run: Run): boolean => run.field !== null && PAGE.test(run.field.instruction);
const pageRuns = (paragraph: Paragraph): readonly Run[] => paragraph.runs.filter(isPage);

const textsIn = (story: Story | undefined): readonly Paragraph[] => (story ? paragraphsOf(story.blocks) : []);

/** Whether the story shows the number of the page. */
export function showsPage(story: Story | undefined): boolean {
  return textsIn(story).some((paragraph) => pageRuns(paragraph).length > 0);
}

/** Headers in force anywhere, each once. */
function headersOf(view: OfficialView, kinds: readonly HeaderKind[]): readonly Story[] {
  return [...new Set(view.word.sections.flatMap(({ headers }) => kinds.flatMap((kind) => headers[kind] ?? [])))];
}

function missing(view: OfficialView): readonly Hit[] {
  if (!hasSeveralPages(view.word)) return [];
  return view.word.sections
    .filter(({ headers }) => !showsPage(headers.default))
    .map(({ index, headers }) =>
      hit(sectionPlace(index), headers.default ? 'đầu trang không có số trang' : 'không có đầu trang'),
    );
}

function inFooter({ word }: OfficialView): readonly Hit[] {
  const footers = new Set(word.sections.flatMap(({ footers: all }) => Object.values(all)));
  return [...footers].flatMap((story) =>
    textsIn(story)
      .filter((paragraph) => pageRuns(paragraph).length > 0)
      .map((paragraph) => hit(paragraph, 'số trang ở chân trang')),
  );
}

function position(paragraph: Paragraph): readonly string[] {
  const { align, left, right, firstLine, frameAlign } = paragraph.format;
  if (frameAlign === 'center') return [];
  return [
    ...(align === 'center' ? [] : ['không căn giữa']),
    ...(left === 0 && right === 0 && firstLine === 0 ? [] : [`thụt lề ${twipsToMm(left || right || firstLine)} mm`]),
  ];
}

function look(paragraph: Paragraph): readonly string[] {
  const formats = pageRuns(paragraph).map((run) => run.format);
  const sizes = [...new Set(formats.map(({ size }) => size).filter((size) => size < 26 || size > 28))];
  return [
    ...(sizes.length > 0 ? [`cỡ chữ ${sizes.map(sizeText).join(', ')}`] : []),
    ...(formats.some(({ bold }) => bold) ? ['chữ đậm'] : []),
    ...(formats.some(({ italic }) => italic) ? ['chữ nghiêng'] : []),
    ...(formats.some(({ fonts }) => fonts.ascii !== TIMES) ? ['phông chữ khác Times New Roman'] : []),
  ];
}

const ofNumbers =
  (kinds: readonly HeaderKind[], faults: (paragraph: Paragraph) => readonly string[]) =>
  (view: OfficialView): readonly Hit[] =>
    headersOf(view, kinds)
      .flatMap(textsIn)
      .filter((paragraph) => pageRuns(paragraph).length > 0)
      .flatMap((paragraph) => {
        const found = faults(paragraph);
        return found.length === 0 ? [] : [hit(paragraph, found.join(', '))];
      });

/** The number does not show on page 1. A condition in the field may hide it as well. */
function firstPage({ word }: OfficialView): readonly Hit[] {
  const [section] = word.sections;
  if (!section) return [];
  const place = sectionPlace(1);
  const { headers, titlePage } = section;
  if (!titlePage) {
    const conditional = textsIn(headers.default).some((p) =>
      p.runs.some((r) => /\bIF\b/i.test(r.field?.instruction ?? '')),
    );
    return showsPage(headers.default) && !conditional ? [hit(place, 'trang thứ nhất có số trang')] : [];
  }
  const shown = textsIn(headers.first).find((paragraph) => pageRuns(paragraph).length > 0 || /\d/.test(paragraph.text));
  return shown ? [hit(shown, 'trang thứ nhất có số trang')] : [];
}

/** Text that is no result of a page field. */
function besideNumber(paragraph: Paragraph): string {
  return paragraph.runs
    .filter((run) => !isPage(run))
    .map((run) => run.text)
    .join('')
    .trim();
}

function extraText(view: OfficialView): readonly Hit[] {
  return headersOf(view, ['default', 'even'])
    .flatMap(textsIn)
    .flatMap((paragraph) => {
      const text = besideNumber(paragraph);
      return text === '' ? [] : [hit(paragraph, `“${text.slice(0, 60)}”`)];
    });
}

function evenPages(view: OfficialView): readonly Hit[] {
  if (!view.word.settings.evenAndOdd) return [];
  const silent = (section: Section): boolean => !showsPage(section.headers.even);
  const hits = [...ofNumbers(['even'], position)(view), ...ofNumbers(['even'], look)(view)];
  return view.word.sections.some(silent) ? [hit(DOCUMENT, 'đầu trang chẵn không có số trang'), ...hits] : hits;
}

export const PAGE_NUMBER_CHECKS: Checks = {
  'PG-09': missing,
  'PG-10': inFooter,
  'PG-11': ofNumbers(['default'], position),
  'PG-12': ofNumbers(['default'], look),
  'PG-13': firstPage,
  'PG-14': extraText,
  'PG-16': evenPages,
};
