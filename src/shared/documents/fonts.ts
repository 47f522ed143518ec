/**
 * The paper face: Tinos has the measures of Times New Roman and every Vietnamese letter. File names are those of
 * the package @fontsource/tinos; whoever serves the page puts them under `fontBaseUrl`.
 */
const subsets = {
  vietnamese:
    'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
  'latin-ext':
    'U+0100-0101,U+0104-010F,U+0112-0127,U+012A-0130,U+0132-0151,U+0154-0167,U+016A-019F,U+01A2-01AE,U+01B1-02BA',
  latin: 'U+0000-00FF,U+0131,U+0152-0153,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2212,U+2215',
} as const;

const faces = [
  { weight: 400, style: 'normal' },
  { weight: 400, style: 'italic' },
  { weight: 700, style: 'normal' },
  { weight: 700, style: 'italic' },
] as const;

/** Every font file a page may ask for, by name. */
export const fontFiles: readonly string[] = Object.keys(subsets).flatMap((subset) =>
  faces.map((face) => fileName(subset, face.weight, face.style)),
);

export function fontFaces(fontBaseUrl: string): string {
  const base = fontBaseUrl.replace(/\/+$/, '');
  return Object.entries(subsets)
    .flatMap(([subset, range]) =>
      faces.map(
        (face) =>
          `@font-face{font-family:'Tinos';font-style:${face.style};font-weight:${face.weight};font-display:block;` +
          `src:url("${base}/${fileName(subset, face.weight, face.style)}") format("woff2");unicode-range:${range}}`,
      ),
    )
    .join('\n');
}

function fileName(subset: string, weight: number, style: string): string {
  return `tinos-${subset}-${weight}-${style}.woff2`;
}
