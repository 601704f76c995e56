/** Fonts of the theme: `minorHAnsi` and its kin as the face a reader sees, the Vietnamese one where the file asks. */

import { childOf, childrenOf, type XmlElement } from '../../office-file/xml';

export type ThemeFont = (name: string) => string | null;

function faceOf(scheme: XmlElement | undefined, name: string, vietnamese: boolean): string | null {
  const script = childrenOf(scheme, 'a:font').find((font) => font.attributes['script'] === 'Viet');
  const element = /EastAsia$/.test(name) ? 'a:ea' : /Bidi$/.test(name) ? 'a:cs' : 'a:latin';
  const viet = vietnamese && element === 'a:latin' ? script?.attributes['typeface'] : undefined;
  return viet || childOf(scheme, element)?.attributes['typeface'] || null;
}

/** Face of a theme font; null where the theme has none. `language` is `w:themeFontLang/@w:val`. */
export function themeFonts(theme: XmlElement | undefined, language: string | undefined): ThemeFont {
  const scheme = childOf(theme, 'a:themeElements', 'a:fontScheme');
  const vietnamese = /^vi\b/i.test(language ?? '');
  return (name) => faceOf(childOf(scheme, name.startsWith('major') ? 'a:majorFont' : 'a:minorFont'), name, vietnamese);
}
