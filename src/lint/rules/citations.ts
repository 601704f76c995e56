/** 5.4, how documents are cited: BD-18 and BD-19. */

import type { Checks, Hit } from '../finding';
import type { Paragraph } from '../model/document';
import { flowOf, textsOf, type OfficialView } from '../roles/view';
import { numberLine } from './head-lines';
import { hit } from './looks';

const TYPE =
  'Nghị định|Nghị quyết|Quyết định|Chỉ thị|Thông tư liên tịch|Thông tư|Kế hoạch|Công văn|Báo cáo|Tờ trình|Thông báo|Hướng dẫn|Chương trình|Đề án|Công điện|Kết luận';
const CITED = new RegExp(`(${TYPE}) số (\\d+[\\p{L}\\d/.-]*\\/[\\p{L}\\d&.-]*[\\p{L}\\d])`, 'gu');
const DATED = /^\s*,?\s*(\([^)]*\)\s*)?(ngày|ký ngày)\s/u;
const BODY = /\scủa\s+\p{Lu}/u;
const CARRIES = /kèm theo $/iu;
const NO_NUMBER_WORD = new RegExp(`(?<!\\p{L})(${TYPE}) (\\d+[\\p{L}\\d]*(?:/\\d{4})?/\\p{Lu}[\\p{L}\\d&.-]*)`, 'gu');

interface Citation {
  readonly at: Paragraph;
  readonly key: string;
  readonly name: string;
  /** What follows, to the end of its clause. */
  readonly after: string;
  /** It brought out what was just named: "Kế hoạch … (ban hành kèm theo Quyết định số …)". */
  readonly carries: boolean;
}

/**
 * Paragraphs in which documents are cited: bases and sentences. Dash lists and tables name tasks and documents as
 * others worded them, so they are left alone.
 */
function citingText(view: OfficialView): readonly Paragraph[] {
  const roles = new Set(['canCu', 'body', 'heading2', 'heading3', 'dieu']);
  return textsOf(view).flatMap((blocks) => flowOf(blocks).filter((each) => roles.has(view.roleOf(each))));
}

function citations(view: OfficialView): readonly Citation[] {
  const own = numberLine(view);
  const ownKey = own && own.number !== '' ? `${own.number}/${own.symbol}` : undefined;
  return citingText(view).flatMap((at) =>
    [...at.text.matchAll(CITED)].flatMap((match): readonly Citation[] => {
      const key = match[2] ?? '';
      const rest = at.text.slice(match.index + match[0].length);
      const end = rest.search(/[;.](?=\s|$)/u);
      return key === ownKey
        ? []
        : [
            {
              at,
              key,
              name: match[0],
              after: end < 0 ? rest : rest.slice(0, end),
              carries: CARRIES.test(at.text.slice(0, match.index)),
            },
          ];
    }),
  );
}

/** The next citation in the same clause is not part of this one. */
function own(after: string): string {
  const next = after.search(new RegExp(`(${TYPE}) số \\d`, 'u'));
  return next < 0 ? after : after.slice(0, next);
}

/** After the body comes what the document is about: "về …", "ban hành …", or a verb of the same kind. */
function saysSubject(clause: string): boolean {
  const from = /\scủa\s+/u.exec(clause);
  return (
    from !== null &&
    /\s(về|ban hành|quy định|phê duyệt|hướng dẫn|sửa đổi|triển khai|thực hiện|công bố|kiện toàn|giao|thành lập|tổng kết|cải cách|đẩy mạnh)\s/u.test(
      clause.slice(from.index),
    )
  );
}

function firstInFull(view: OfficialView): readonly Hit[] {
  const seen = new Set<string>();
  return citations(view).flatMap(({ at, key, name, after, carries }) => {
    const clause = own(after);
    if (seen.has(key))
      return DATED.test(clause) && BODY.test(clause) ? [hit(at, `“${name}” đã dẫn đầy đủ ở trên`)] : [];
    seen.add(key);
    const lacks = [
      ...(DATED.test(clause) ? [] : ['thời gian ban hành']),
      ...(BODY.test(clause) ? [] : ['tên cơ quan ban hành']),
      ...(carries || saysSubject(clause) ? [] : ['trích yếu']),
    ];
    return lacks.length === 0 ? [] : [hit(at, `“${name}” thiếu ${lacks.join(', ')}`)];
  });
}

function numberWord(view: OfficialView): readonly Hit[] {
  return citingText(view).flatMap((at) =>
    [...at.text.matchAll(NO_NUMBER_WORD)].map((match) =>
      hit(at, `“${match[0]}”, nên viết “${match[1]} số ${match[2]}”`),
    ),
  );
}

export const CITATION_CHECKS: Checks = { 'BD-18': firstInFull, 'BD-19': numberWord };
