/** 5.5, the foot of the text: SG-01 to SG-08, NN-01 to NN-04. */

import type { Checks, Hit } from '../finding';
import type { Cell, Paragraph } from '../model/document';
import { isUpper } from '../roles/looks';
import type { OfficialView } from '../roles/view';
import { hasSeveralPages, lineHeight } from './extent';
import { DOCUMENT, formFaults, formHits, hit, type Form } from './looks';

const SIGNER: Form = { sizes: [26, 28], bold: true, italic: false, align: 'center' };

function emptyAbove(cell: Cell | null, target: Paragraph | undefined): number {
  if (!cell || !target) return 0;
  const at = cell.blocks.indexOf(target);
  return at < 0 ? 0 : at;
}

function sideBySide(view: OfficialView): readonly Hit[] {
  const { signature } = view;
  if (!signature) return [hit(DOCUMENT, 'không thấy nơi nhận và chữ ký')];
  const [recipients, signer] = [view.first('noiNhan'), view.first('chucVu')];
  if (!recipients) return [hit(signer ?? DOCUMENT, 'không có “Nơi nhận”')];
  if (!signer) return [hit(recipients, 'không có chức vụ người ký')];
  if (!signature.table) return [hit(recipients, 'nơi nhận và chức vụ người ký không nằm trong một bảng hai cột')];
  const left = signature.recipients;
  const right = signature.signer;
  if (left?.row !== right?.row) return [hit(signer, 'không cùng hàng với “Nơi nhận”')];
  if ((left?.cell?.column ?? 0) >= (right?.cell?.column ?? 0)) return [hit(recipients, '“Nơi nhận” không ở bên trái')];
  const level = emptyAbove(left?.cell ?? null, recipients) === emptyAbove(right?.cell ?? null, signer);
  return level ? [] : [hit(signer, 'không ngang hàng với “Nơi nhận”')];
}

const RIGHT = /^(TM|KT|TL|TUQ|Q)\. \S/u;
const LIKE = /^(T\/M|K\/T|T\/L|T\.M|K\.T|T\.L|TM|KT|TL|TUQ|TUQ|Q)(?![\p{L}])/u;

function prefixes(view: OfficialView): readonly Hit[] {
  return view
    .all('chucVu')
    .filter((line) => LIKE.test(line.text) && !RIGHT.test(line.text))
    .map((line) => hit(line, `“${line.text}”`));
}

function ownPosition(view: OfficialView): readonly Hit[] {
  const lines = view.all('chucVu').filter((line) => line.text !== '');
  const last = lines.at(-1);
  return last && /^(KT|TL|TUQ)\b/u.test(last.text)
    ? [hit(last, `sau “${last.text}” không có chức vụ của người ký`)]
    : [];
}

const properName = (text: string): boolean =>
  text.split(/[\s-]+/).every((word) => /^\p{Lu}[\p{Ll}\p{M}]*$/u.test(word) || /^[\p{Lu}][\p{L}.]*\.$/u.test(word));

function signerName(view: OfficialView): readonly Hit[] {
  return view.all('hoTen').flatMap((line) => {
    if (line.text === '') return [];
    const bare = line.text.replace(TITLES, '');
    const spelled = isUpper(line.text)
      ? ['viết hoa toàn bộ']
      : properName(bare)
        ? []
        : ['không viết hoa từng chữ đầu âm tiết'];
    const faults = [...formFaults(line, SIGNER), ...spelled];
    return faults.length === 0 ? [] : [hit(line, faults.join(', '))];
  });
}

const TITLES = /^((GS|PGS|TS|ThS|Th\.S|BS|BSCK|CN|KS|NGƯT|NGND|TSKH|LS|KTS|AHLĐ|GVC)\b\.?[\s,-]*)+/u;

function titles(view: OfficialView): readonly Hit[] {
  return view.all('hoTen').flatMap((line) => {
    const found = TITLES.exec(line.text)?.[0];
    return found !== undefined && found !== line.text ? [hit(line, `“${found.trim()}”`)] : [];
  });
}

const ENOUGH = 800;

/** Room between the last line of authority and the name. */
function room(view: OfficialView): readonly Hit[] {
  const lines = view.signature?.signer?.paragraphs ?? [];
  const name = lines.find((line) => view.roleOf(line) === 'hoTen');
  const last = lines.filter((line) => view.roleOf(line) === 'chucVu').at(-1);
  if (!name || !last || name.text === '') return [];
  const between = lines.slice(lines.indexOf(last) + 1, lines.indexOf(name));
  if ([last, ...between, name].some((line) => line.shapes.some((shape) => shape.kind !== 'line'))) return [];
  const blank = between.reduce((sum, line) => sum + line.format.before + line.format.after + lineHeight(line), 0);
  const breaks = (name.raw.match(/^\n+/)?.[0].length ?? 0) * lineHeight(name);
  const gap = Math.round(last.format.after + blank + name.format.before + breaks);
  return gap >= ENOUGH ? [] : [hit(name, `khoảng ký ${Math.round(gap / 20)} pt`)];
}

function notAlone(view: OfficialView): readonly Hit[] {
  const { signature } = view;
  if (!signature?.table || !hasSeveralPages(view.word)) return [];
  const last = view.main.filter((block) => block.kind === 'table' || block.text !== '').at(-1);
  if (!last) return [];
  const paragraphs =
    last.kind === 'paragraph' ? [last] : (last.rows.at(-1)?.cells ?? []).flatMap((cell) => cell.blocks);
  const bound = paragraphs.some((block) => block.kind === 'paragraph' && block.format.keepNext);
  const whole = signature.table.rows.every((row) => row.cantSplit);
  const faults = [
    ...(bound ? [] : ['đoạn cuối không giữ cùng phần ký']),
    ...(whole ? [] : ['phần ký có thể bị ngắt giữa hai trang']),
  ];
  return bound ? [] : [hit(signature.table.place, faults.join(', '))];
}

function recipientsHead(view: OfficialView): readonly Hit[] {
  return view.all('noiNhan').flatMap((line) => {
    const { left, firstLine } = line.format;
    const faults = [
      ...formFaults(line, { sizes: [24, 24], bold: true, italic: true, align: 'left' }),
      ...(/^Nơi nhận:$/u.test(line.text) ? [] : ['không viết “Nơi nhận:” trên một dòng riêng']),
      ...(left + Math.max(0, firstLine) === 0 ? [] : ['có thụt lề']),
    ];
    return faults.length === 0 ? [] : [hit(line, faults.join(', '))];
  });
}

function recipients(view: OfficialView): readonly Hit[] {
  const items = view.all('noiNhanItem').filter((item) => item.text !== '');
  const [first] = view.all('noiNhan');
  if (items.length === 0 && first) return [hit(first, 'không ghi nơi nhận nào')];
  return items.flatMap((item, index) => {
    const last = index === items.length - 1;
    const { left, firstLine } = item.format;
    const faults = [
      ...formFaults(item, { sizes: [22, 22], bold: false, italic: false, align: 'left' }),
      ...(/^- \S/u.test(item.text) ? [] : ['không bắt đầu bằng “- ”']),
      ...(last || /;$/.test(item.text) ? [] : ['thiếu dấu chấm phẩy']),
      ...(Math.abs(left + Math.min(0, firstLine)) > 20 || firstLine > 20 ? ['có thụt lề'] : []),
    ];
    return faults.length === 0 ? [] : [hit(item, faults.join(', '))];
  });
}

const FILED = /^- Lưu: VT(?:, [A-ZĐƯ][A-Za-zĐđƯư0-9.&-]*)*(?: ?\(\d{1,3}b?\)|, ?\d{1,2}b)?\.$/u;

function filed(view: OfficialView): readonly Hit[] {
  const last = view
    .all('noiNhanItem')
    .filter((item) => item.text !== '')
    .at(-1);
  return last && !FILED.test(last.text) ? [hit(last, `“${last.text}”`)] : [];
}

function asAbove(view: OfficialView): readonly Hit[] {
  const first = view.all('noiNhanItem').find((item) => item.text !== '');
  if (!view.first('kinhGui') || !first || first.text === '- Như trên;') return [];
  return [hit(first, `“${first.text}”`)];
}

export const SIGNATURE_CHECKS: Checks = {
  'SG-01': sideBySide,
  'SG-02': (view) => formHits(view.all('chucVu'), { ...SIGNER, upper: true }),
  'SG-03': prefixes,
  'SG-04': ownPosition,
  'SG-05': signerName,
  'SG-06': titles,
  'SG-07': room,
  'SG-08': notAlone,
  'NN-01': recipientsHead,
  'NN-02': recipients,
  'NN-03': filed,
  'NN-04': asAbove,
};
