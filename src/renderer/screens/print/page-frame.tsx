import { useElementSize } from '@mantine/hooks';
import { useState } from 'react';
import { withStyleNonce } from '#renderer/host-client/style-nonce.ts';
import type { Sheet } from '#shared/documents/model.ts';
import { sheetSize } from '#shared/documents/sheet-size.ts';
import classes from './page-frame.module.css';

type PageFrameProps = {
  readonly title: string;
  readonly html: string;
  readonly sheet: Pick<Sheet, 'size' | 'orientation'>;
  /** Shrinks the sheet to the width there is; otherwise its real size. */
  readonly fit: boolean;
};

const PX_PER_MM = 96 / 25.4;
/** Grey around the sheet, as the page's own screen styles draw it. */
const SURROUND_MM = 12;

/** The very page that will be printed, in a frame without scripts, scaled as a whole so that its layout stays. */
export function PageFrame({ title, html, sheet, fit }: PageFrameProps) {
  const { ref, width: room } = useElementSize();
  const paper = sheetSize(sheet);
  const width = Math.ceil((paper.width + SURROUND_MM) * PX_PER_MM);
  const [height, setHeight] = useState(Math.ceil((paper.height + SURROUND_MM) * PX_PER_MM));
  const scale = fit && room > 0 ? Math.min(1, room / width) : 1;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard
    <section className={classes.room} ref={ref} tabIndex={0} aria-label={`Bản xem trước: ${title}`}>
      <div style={{ width: width * scale, height: height * scale, overflow: 'hidden', margin: '0 auto' }}>
        <iframe
          className={classes.page}
          title={title}
          sandbox="allow-same-origin"
          srcDoc={withStyleNonce(html)}
          style={{ width, height, transform: `scale(${scale})` }}
          onLoad={(event) => {
            const content = event.currentTarget.contentDocument?.documentElement.scrollHeight ?? 0;
            if (content > 0) setHeight(content);
          }}
        />
      </div>
    </section>
  );
}
