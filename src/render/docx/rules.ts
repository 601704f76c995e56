/**
 * Rule lines: an empty paragraph whose top border is drawn between two equal indents, so that the line has exactly
 * the length that the decree ties to the text above it and a program can read it back.
 */

import { narrowestRoom } from './balance';
import { longestLine } from './metrics/measure';
import { styleOf, type StyleId, type StyleSheet } from './style-sheet';
import { paragraphXml } from './xml';

export type RuleStyle = 'D30Rule' | 'D30RuleTitle';

/** A rule of that length, centred in that room. */
export function ruleUnder(style: RuleStyle, length: number, room: number): string {
  return paragraphXml(style, '', { sides: Math.max(0, Math.round((room - length) / 2)) });
}

/** A rule of the sheet's share (1/3 to 1/2) of the longest line that the text, balanced, makes in that room. */
export function sharedRule(style: RuleStyle, of: StyleId, text: string, room: number, styles: StyleSheet): string {
  const face = styleOf(styles, of);
  const longest = longestLine(text, face, narrowestRoom(text, face, room));
  return ruleUnder(style, styles.rules.share * longest, room);
}
