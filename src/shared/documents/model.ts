/** A page to print, in millimetres from the top left corner of the sheet. One model, one writer, every printer. */
export type PrintDocument = {
  /** Vietnamese title: window caption and PDF metadata. No citizen's name: it ends up in spool logs. */
  readonly title: string;
  readonly sheet: Sheet;
  readonly pages: readonly Page[];
};

export type Sheet = {
  readonly size: 'A4' | 'A5' | 'A3';
  readonly orientation: 'portrait' | 'landscape';
  /** Margins of flowing content, mm. */
  readonly margin: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
  /** Points; 13 unless told, smaller on the A5 slips. */
  readonly fontSize?: number;
};

export type Page = {
  /** Flowing content, top to bottom, inside the margins; or side by side in columns (two A5 on one A4). */
  readonly blocks: readonly Block[];
  /** Content at fixed places, over everything: pre-printed stock, cut lines. */
  readonly fixed?: readonly FixedText[];
  /** Large grey text across the page: BẢN XEM TRƯỚC, TẬP HUẤN. */
  readonly watermark?: string;
};

export type Block =
  /**
   * The agency head on the left, quốc hiệu on the right; each ends in a bold line with a rule under it. The notes stand
   * below the rules: `Số: …` left, place and date right. Without `left` the quốc hiệu stands alone in the middle.
   */
  | {
      readonly kind: 'letterhead';
      readonly left: readonly string[];
      readonly right: readonly string[];
      readonly leftNote?: string;
      readonly rightNote?: string;
    }
  | { readonly kind: 'title'; readonly text: string; readonly subtitle?: string }
  | {
      readonly kind: 'paragraph';
      readonly runs: readonly Run[];
      readonly align?: Align;
      readonly indent?: boolean;
    }
  /** `Label: value` pairs sharing one line, dotted where the value is empty. */
  | { readonly kind: 'line'; readonly items: readonly LineItem[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly TableColumn[];
      readonly rows: readonly (readonly string[])[];
    }
  | {
      readonly kind: 'checkboxes';
      readonly items: readonly { readonly label: string; readonly checked: boolean }[];
    }
  | { readonly kind: 'signatures'; readonly columns: readonly SignatureColumn[] }
  | { readonly kind: 'qr'; readonly text: string; readonly size: number; readonly caption?: string }
  | { readonly kind: 'rule' }
  | { readonly kind: 'space'; readonly height: number }
  /** Columns of blocks, widths in mm; a cut line may be drawn between them. */
  | { readonly kind: 'columns'; readonly columns: readonly Column[]; readonly cutLine?: boolean };

export type Align = 'left' | 'center' | 'right' | 'justify';
export type Run = {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly struck?: boolean;
};
export type LineItem = {
  readonly label: string;
  readonly value: string;
  readonly bold?: boolean;
  readonly grow?: number;
};
export type TableColumn = { readonly title: string; readonly width: number; readonly align?: Align };
export type SignatureColumn = { readonly title: string; readonly note: string; readonly name: string };
export type Column = { readonly width: number; readonly blocks: readonly Block[] };

/** A text on pre-printed stock. `x`, `y`: top left, mm; `width` cuts overflow so the page is never shrunk. */
export type FixedText = {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly text: string;
  /** Points. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly align?: Align;
};

/** Measured error of one printer on one stock: x' = x·scaleX + dx, in mm. */
export type Calibration = {
  readonly dx: number;
  readonly dy: number;
  readonly scaleX: number;
  readonly scaleY: number;
};
