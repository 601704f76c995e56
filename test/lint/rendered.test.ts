/** The letterhead as it prints: poppler parts a line at a wide gap, and that is no line break. */

import { letter, lintBytes, render } from './support';

type Line = readonly [text: string, xMin: number, xMax: number, yMin: number];

const HEIGHT = 17;
const layoutOf = (lines: readonly Line[]): string =>
  `<!DOCTYPE html><html><body><doc><page width="595.3" height="841.9">${lines
    .map(
      ([text, xMin, xMax, yMin]) =>
        `<line xMin="${xMin}" yMin="${yMin}" xMax="${xMax}" yMax="${yMin + HEIGHT}">${text
          .split(' ')
          .map((word) => `<word>${word}</word>`)
          .join('')}</line>`,
    )
    .join('')}</page></doc></body></html>`;

/** Number and place of the sample letter, as parted at the gaps where a hand writes. */
const HEAD: readonly Line[] = [
  ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 275, 546, 56],
  ['Độc lập - Tự do - Hạnh phúc', 325, 496, 71],
];

async function codesOf(lines: readonly Line[]): Promise<readonly string[]> {
  const rendering = { fonts: '', layout: layoutOf([...HEAD, ...lines]) };
  return lintBytes(await render(letter), { rendering }).findings.flatMap((f) =>
    f.rule === 'R-02' || f.rule === 'R-04' ? [`${f.rule} ${f.where.text}`] : [],
  );
}

const NUMBER = ['Số:', '/ĐVM-TH'] as const;
const DATE = ['Hà Nội, ngày', 'tháng 3 năm 2026'] as const;

describe('số, ký hiệu và địa danh in trên một dòng', () => {
  it('bị chia ở khoảng trống để điền tay thì vẫn là một dòng', async () => {
    expect(
      await codesOf([
        [NUMBER[0], 131, 149, 112.4],
        [NUMBER[1], 171, 223, 112.4],
        [DATE[0], 309, 384, 112],
        [DATE[1], 420, 500, 112],
      ]),
    ).toEqual([]);
  });

  it('xuống dòng thật thì được nêu', async () => {
    const found = await codesOf([
      [NUMBER[0], 131, 149, 112],
      [NUMBER[1], 131, 223, 128],
      [DATE[0], 309, 384, 112],
      [DATE[1], 309, 400, 128],
    ]);
    expect(found.map((f) => f.slice(0, 4))).toEqual(['R-02', 'R-02']);
  });
});
