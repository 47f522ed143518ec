import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import classes from './virtual-grid.module.css';

export type GridColumn<Row> = {
  readonly id: string;
  readonly title: string;
  /** A track of CSS grid: `9rem`, `minmax(0, 2fr)`. */
  readonly width: string;
  /** Long text wraps instead of being cut. */
  readonly wrap?: boolean;
  readonly cell: (row: Row) => ReactNode;
};

type VirtualGridProps<Row> = {
  readonly label: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly total: number;
  /** Undefined while the row is on its way. */
  readonly rowAt: (index: number) => Row | undefined;
  readonly onShow: (first: number, last: number) => void;
  readonly onOpen?: (row: Row) => void;
  /** Room taken above and below the grid on the screen, in rem. */
  readonly spaceAround?: number;
};

const ROW_PX = 33;
const PAGE_ROWS = 10;

/**
 * A long list of which only the rows in sight exist. One tab stop; ↑ ↓ Page Up/Down Home End move, Enter opens.
 * Rows may grow with the text size: they are measured.
 */
export function VirtualGrid<Row>(props: VirtualGridProps<Row>) {
  const { columns, total, rowAt, onShow, onOpen } = props;
  const [current, setCurrent] = useState(0);
  const frame = useRef<HTMLDivElement>(null);
  const id = useId();
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
  });
  const shown = rows.getVirtualItems();
  const first = shown[0]?.index ?? 0;
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => onShow(first, last), [first, last, onShow]);
  useEffect(() => setCurrent((index) => Math.max(0, Math.min(index, total - 1))), [total]);

  const move = (index: number): void => {
    const next = Math.max(0, Math.min(index, total - 1));
    setCurrent(next);
    rows.scrollToIndex(next);
  };
  const open = (index: number): void => {
    const row = rowAt(index);
    if (row !== undefined) onOpen?.(row);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // A button inside a row keeps its own keys.
    if (event.target !== event.currentTarget || event.ctrlKey || event.altKey || event.metaKey) return;
    const next = event.key === 'Enter' ? current : rowAfter(event.key, current, total);
    if (next === undefined) return;
    event.preventDefault();
    if (event.key === 'Enter') open(current);
    else move(next);
  };
  const tracks = { gridTemplateColumns: columns.map((column) => column.width).join(' ') };
  const around = { '--grid-above': `${props.spaceAround ?? 17}rem` } as CSSProperties;

  return (
    <div ref={frame} className={classes.frame} style={around}>
      <table
        className={classes.table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are chosen is a grid
        role="grid"
        aria-label={props.label}
        aria-rowcount={total + 1}
        aria-colcount={columns.length}
        aria-activedescendant={total > 0 ? `${id}-${current}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <thead className={classes.head}>
          <tr className={classes.line} style={tracks} aria-rowindex={1}>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={classes.cell}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={classes.body} style={{ height: rows.getTotalSize() }}>
          {shown.map((item) => (
            <tr
              key={item.key}
              ref={rows.measureElement}
              id={`${id}-${item.index}`}
              data-index={item.index}
              data-opens={onOpen ? true : undefined}
              className={`${classes.line} ${classes.row}`}
              style={{ ...tracks, transform: `translateY(${item.start}px)` }}
              aria-rowindex={item.index + 2}
              aria-selected={item.index === current}
              onClick={(event) => {
                // A button or link inside a row does its own work.
                if (event.target instanceof Element && event.target.closest('button, a')) return;
                setCurrent(item.index);
                open(item.index);
              }}
            >
              <Cells columns={columns} row={rowAt(item.index)} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The row a key leads to; undefined for a key that moves nothing. */
function rowAfter(key: string, current: number, total: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return current + 1;
    case 'ArrowUp':
      return current - 1;
    case 'PageDown':
      return current + PAGE_ROWS;
    case 'PageUp':
      return current - PAGE_ROWS;
    case 'Home':
      return 0;
    case 'End':
      return total - 1;
    default:
      return undefined;
  }
}

type CellsProps<Row> = { readonly columns: readonly GridColumn<Row>[]; readonly row: Row | undefined };

function Cells<Row>({ columns, row }: CellsProps<Row>) {
  return columns.map((column) => (
    <td key={column.id} className={classes.cell} data-wrap={column.wrap || undefined}>
      {row === undefined ? <span className={classes.waiting} /> : column.cell(row)}
    </td>
  ));
}
