/**
 * Flags of how a document is signed, how urgent it is and which Word template it goes into: shared by the commands that
 * make one. What they say travels as data; an issued report keeps it.
 */

import type { Argv } from 'yargs';
import type { Look } from '../app/jobs';
import { error, failed, ok, type Outcome } from '../lib/diagnostic';
import { cleanText, squeeze } from '../lib/text';
import { needsTitle, type Signer } from '../report/signature';
import { givenTemplate } from '../shell/word-template';

export interface LookFlags {
  readonly template?: string;
  readonly signAs?: string;
  readonly signTitle?: string;
  readonly urgency?: string;
}

const SIGNING: Readonly<Record<string, Signer>> = {
  truong: 'head',
  kt: 'deputy',
  q: 'acting',
  tl: 'order',
  tuq: 'authorised',
};
const URGENCY = { 'hoa-toc': 'HỎA TỐC', 'thuong-khan': 'THƯỢNG KHẨN', khan: 'KHẨN' } as const;

/** Flags of how the document is signed and how urgent it is. */
export function signFlags<T>(y: Argv<T>): Argv<T> {
  return y
    .option('sign-as', {
      choices: Object.keys(SIGNING),
      describe: 'Người ký: truong (người đứng đầu), kt (ký thay), q (quyền), tl (thừa lệnh), tuq (thừa ủy quyền)',
    })
    .option('sign-title', { type: 'string', describe: 'Chức vụ của người ký thay, thừa lệnh, thừa ủy quyền' })
    .option('urgency', { choices: Object.keys(URGENCY), describe: 'Độ khẩn' });
}

/** The same, and the template. */
export function lookFlags<T>(y: Argv<T>): Argv<T> {
  return signFlags(y).option('template', {
    type: 'string',
    describe: 'Mẫu Word của cơ quan (mặc định: templates/word/<mẫu báo cáo>.docx nếu có)',
  });
}

/** Was any of them given? */
export const hasLook = ({ template, signAs, signTitle, urgency }: LookFlags): boolean =>
  [template, signAs, signTitle, urgency].some((flag) => flag !== undefined);

/** What the flags say of signing, urgency and template; BC3061 where TL. or TUQ. lacks the signer's position. */
export async function lookOf({ signAs, signTitle, urgency, template }: LookFlags): Promise<Outcome<Look>> {
  const as = SIGNING[signAs ?? 'truong'] as Signer;
  const title = signTitle === undefined ? null : squeeze(cleanText(signTitle));
  if (needsTitle(as) && !title) return failed([error('BC3061', {}, { as: (signAs ?? '').toUpperCase() })]);
  const box = urgency === undefined ? null : URGENCY[urgency as keyof typeof URGENCY];
  const given = await givenTemplate(template);
  if (given.value === undefined) return failed(given.diagnostics);
  const own = given.value ? { template: given.value } : {};
  return ok({ signing: { as, title: title || null }, urgency: box, ...own }, given.diagnostics);
}
