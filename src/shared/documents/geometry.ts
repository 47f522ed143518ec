/**
 * Measures of single elements as classes of the page's one style sheet, because a strict policy refuses style
 * attributes. Equal measures share a class.
 */
export type Geometry = {
  /** @param declarations CSS made of numbers and fixed words, never of what a person typed */
  classFor(declarations: string): string;
  rules(): string;
};

export function createGeometry(): Geometry {
  const names = new Map<string, string>();
  return {
    classFor(declarations) {
      const name = names.get(declarations) ?? `g${names.size + 1}`;
      names.set(declarations, name);
      return name;
    },
    rules() {
      return [...names].map(([declarations, name]) => `.${name}{${declarations}}`).join('\n');
    },
  };
}

/** Millimetres for CSS, to a thousandth. */
export function mm(value: number): string {
  return `${Math.round(value * 1000) / 1000}mm`;
}
