/** Text in the codes before Unicode, shown by a font of today: "Céng hßa x· héi" (TCVN3), "Coäng hoøa" (VNI). */

/** Signs of TCVN3 that stand beside letters in no Vietnamese or English word. */
const TCVN3 = /[a-zA-Z][µ¸¹¶·©®ª«¬¨§ßþÞ×\u00ad]|[µ¸¹¶·©®ª«¬¨§ßþÞ×][a-zA-Z]/u;
/** A vowel with one of the loose marks of VNI behind it. */
const VNI = /[aeiouyâêôăơưAEIOUYÂÊÔ][äåæëüûøïöÄÅÆËÜÛØÏÖùÙ](?=$|[\p{L}\s.,;:!?)])/u;
/** Real Vietnamese pairs that look alike: "uù" does not, "où", "aù" do not either; "cùng" has no vowel before. */
const TELLING = /[äåæëüûøïöÄÅÆËÜÛØÏÖ]/u;

/** The first word that is surely of an old code; null when there is none. Two are needed: one may be a name. */
export function mojibakeIn(text: string): string | null {
  const words = text.split(/\s+/u);
  const tcvn = words.filter((word) => TCVN3.test(word));
  const vni = words.filter((word) => VNI.test(word) && TELLING.test(word));
  if (tcvn.length >= 2) return tcvn[0] ?? null;
  return vni.length >= 2 ? (vni[0] ?? null) : null;
}
