/**
 * The lines above a signature (quyền hạn, chức vụ của người ký), in every form that Nghị định số 30/2020/NĐ-CP,
 * Phụ lục I, mục II, khoản 7, điểm b knows. The head's own lines are data of the registry; the others follow from them.
 */

/** `head` signs; `deputy` for the head (KT.); `acting` head (Q.); by order (TL.); by authorisation (TUQ.). */
export const SIGNERS = ['head', 'deputy', 'acting', 'order', 'authorised'] as const;
export type Signer = (typeof SIGNERS)[number];

export interface Signing {
  readonly as: Signer;
  /** The signer's own position, upper case; needed for TL. and TUQ., for KT. where it is not "PHÓ …". */
  readonly title: string | null;
}

/** Does that form need the position said? */
export const needsTitle = (as: Signer): boolean => as === 'order' || as === 'authorised';

/** Prefix of the collective ("TM. ỦY BAN NHÂN DÂN") that stays above the line of the head or of the deputy. */
const isCollective = (line: string): boolean => line.startsWith('TM. ');

/** The lines as printed. Throws where a needed position is missing: the front door asks for it first. */
export function signatureLines(head: readonly string[], { as, title }: Signing): readonly string[] {
  const position = head.filter((line) => !isCollective(line)).join(' ');
  const collective = head.filter(isCollective);
  const own = title?.toLocaleUpperCase('vi') ?? null;
  if (needsTitle(as) && own === null) throw new Error(`${as} needs the signer's position`);
  switch (as) {
    case 'head':
      return head;
    case 'deputy':
      return [...collective, `KT. ${position}`, own ?? `PHÓ ${position}`];
    case 'acting':
      return [...collective, `Q. ${position}`];
    case 'order':
      return [`TL. ${position}`, own as string];
    case 'authorised':
      return [`TUQ. ${position}`, own as string];
  }
}
