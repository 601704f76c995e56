/** The small language of `test/tables/form-damage.csv`: what is done to a form, and which cell must be named. */

import { addressOf } from '../../../src/collect/read/cells';
import { FormPackage } from './package';

const SHEETS: Readonly<Record<string, string>> = {
  N: 'Nhiệm vụ',
  S: 'Số liệu',
  T: 'Thuyết minh',
  G: 'Hướng dẫn',
  H: '_bieu_mau',
};
const KEYS: Readonly<Record<string, string>> = { N: 'Mã', S: 'Mã chỉ tiêu', T: 'Mục' };
const FIRST = 4;

const nameOf = (letter: string): string => SHEETS[letter] ?? letter;

/** `N|14|Trạng thái`, `N|head|Mã` → sheet and address. */
function locate(form: FormPackage, letter: string, code: string, title: string): readonly [string, string] {
  const sheet = nameOf(letter);
  const row = code === 'head' ? (KEYS[letter] as string) : code;
  return [sheet, form.address(sheet, row, title)];
}

/** The place that a fault must name; no cell where the sheet as a whole is meant. */
export function placeOf(form: FormPackage, text: string): { readonly sheet?: string; readonly cell?: string } {
  if (text === '') return {};
  const direct = /^([A-Z]+\d+)@(\w)$/.exec(text);
  if (direct) return { sheet: nameOf(direct[2] as string), cell: direct[1] };
  const [letter = '', code, title] = text.split('|');
  if (letter === 'G') {
    const label = [...form.cells(nameOf(letter))].find(([, t]) => t === code)?.[0] ?? '';
    return { sheet: nameOf(letter), cell: next(label) };
  }
  if (code === undefined) return { sheet: nameOf(letter) };
  const [sheet, cell] = locate(form, letter, code, title as string);
  return { sheet, cell };
}

/** The cell to the right. */
const next = (ref: string): string => addressOf(ref.charCodeAt(0) - 64, Number(ref.slice(1)));

/** Does what the table says; several things are parted by ` + `. */
export function damage(bytes: Uint8Array, how: string): Uint8Array {
  const form = new FormPackage(bytes);
  const located = new FormPackage(bytes);
  for (const step of how.split(' + ')) apply(form, located, step);
  return form.bytes();
}

function apply(form: FormPackage, located: FormPackage, step: string): void {
  const [, verb = '', rest = ''] = /^(\S+) (.*)$/.exec(step) ?? [];
  const [a = '', b = '', c = '', ...more] = rest.split('|');
  const value = more.join('|');
  const at = (): readonly [string, string] => locate(located, a, b, c);
  switch (verb) {
    case 'text':
    case 'number':
    case 'formula':
    case 'error':
    case 'boolean':
      return void form.put(...at(), { is: verb, value });
    case 'blank':
      return void form.put(...at(), { is: 'blank' });
    case 'long':
      return void form.put(...at(), { is: 'text', value: 'dài '.repeat(5_001) });
    case 'date':
      return asDate(form, ...at(), value);
    case 'delete-row':
      return void form.deleteRow(nameOf(a), rowOf(located, a, b));
    case 'copy-row':
      return void form.copyRow(nameOf(a), rowOf(located, a, b), Number(c));
    case 'insert-rows':
      return void form.insertRows(nameOf(a), Number(b), Number(c));
    case 'rename':
      return void form.renameSheet(nameOf(a), b);
    case 'empty-sheet':
      return void form.change(form.sheetPart(nameOf(a)), (xml) =>
        xml.replace(/<sheetData>[\s\S]*<\/sheetData>/, '<sheetData/>'),
      );
    case 'hidden':
      return void form.put(nameOf('H'), cellWith(form, 'H', a), { is: 'text', value: b });
    case 'guide':
      return void form.put(nameOf('G'), next(cellWith(form, 'G', a)), { is: 'text', value: b });
    default:
      throw new Error(`no such damage: ${step}`);
  }
}

const rowOf = (form: FormPackage, letter: string, code: string): number =>
  Number(/\d+$/.exec(locate(form, letter, code, KEYS[letter] as string)[1])?.[0] ?? FIRST);

function cellWith(form: FormPackage, letter: string, text: string): string {
  const found = [...form.cells(nameOf(letter))].find(([, t]) => t === text)?.[0];
  if (!found) throw new Error(`no "${text}" on ${nameOf(letter)}`);
  return found;
}

/** A number in the style of a cell for a day. */
function asDate(form: FormPackage, sheet: string, ref: string, value: string): void {
  const style = /<c r="G6"[^>]*s="(\d+)"/.exec(form.text(form.sheetPart('Nhiệm vụ')))?.[1] ?? '0';
  form.put(sheet, ref, { is: 'number', value });
  form.change(form.sheetPart(sheet), (xml) =>
    xml.replace(new RegExp(`(<c r="${ref}"[^>]*?)s="\\d+"`), `$1s="${style}"`),
  );
}
