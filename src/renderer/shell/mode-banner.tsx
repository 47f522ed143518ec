import classes from './banners.module.css';
import type { SessionStatus } from './session.ts';

const texts = {
  demo: 'BẢN DEMO – dữ liệu giả, không dùng để giải quyết hồ sơ thật',
  training: 'CHẾ ĐỘ TẬP HUẤN – không cấp số thật, không in phôi thật, không gửi thành phố',
} as const;

/** A strip and a mark across the screen, so that nobody takes training for work. */
export function ModeBanner({ mode }: { readonly mode: SessionStatus['mode'] }) {
  if (mode === 'real') return null;
  return (
    <>
      <div className={classes.mode}>{texts[mode]}</div>
      <div className={classes.watermark} aria-hidden data-text={mode === 'demo' ? 'DEMO' : 'TẬP HUẤN'} />
    </>
  );
}
