/** The style table with a marked twin for each style that a marked cell has: the same look on another fill. */

import type { MarkLevel, StyleFor } from './sheet-cells';

export interface MarkedStyles {
  /** The number of the marked twin of a cell style. */
  readonly styleFor: StyleFor;
  /** The table with all twins that were asked for. */
  xml(): string;
}

/** Red: must be put right; orange: should be looked at. */
const FILLS: Readonly<Record<MarkLevel, string>> = { error: 'FFFF8F87', warning: 'FFFFD08A' };

/** Every style of the table, in order: the twins come after them. */
export function addMarkedStyles(source: string): MarkedStyles {
  const prefix = /<(\w+:)?styleSheet\b/.exec(source)?.[1] ?? '';
  const list = new RegExp(`(<${prefix}cellXfs\\b[^>]*>)([\\s\\S]*?)(</${prefix}cellXfs>)`).exec(source);
  const styles = list?.[2]?.match(new RegExp(`<${prefix}xf\\b[^>]*?(?:/>|>[\\s\\S]*?</${prefix}xf>)`, 'g')) ?? [];
  const fills = new RegExp(`(<${prefix}fills\\b[^>]*>)([\\s\\S]*?)(</${prefix}fills>)`).exec(source);
  const fillId = fills?.[2]?.match(new RegExp(`<${prefix}fill\\b`, 'g'))?.length ?? 0;
  const twins = new Map<string, number>();
  const levels = Object.keys(FILLS) as MarkLevel[];
  const added: string[] = [];
  return {
    styleFor: (style, level) => {
      const key = `${style}/${level}`;
      const known = twins.get(key);
      if (known !== undefined || !list || !fills) return known ?? style;
      const number =
        styles.length +
        added.push(filled(styles[style] ?? styles[0] ?? `<${prefix}xf/>`, fillId + levels.indexOf(level))) -
        1;
      twins.set(key, number);
      return number;
    },
    xml: () => {
      if (added.length === 0 || !list || !fills) return source;
      const fill = (colour: string): string =>
        `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${colour}"/><${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`;
      const both = levels.map((level) => fill(FILLS[level])).join('');
      return source
        .replace(fills[0], () => counted(fills[1] as string, fillId + levels.length) + fills[2] + both + fills[3])
        .replace(
          list[0],
          () => counted(list[1] as string, styles.length + added.length) + list[2] + added.join('') + list[3],
        );
    },
  };
}

function filled(style: string, fillId: number): string {
  const bare = style.replace(/\s(?:fillId|applyFill)="[^"]*"/g, '');
  return bare.replace(/^(<(?:\w+:)?xf)/, `$1 fillId="${fillId}" applyFill="1"`);
}

function counted(tag: string, count: number): string {
  return tag.replace(/\scount="\d*"/, ` count="${count}"`);
}
