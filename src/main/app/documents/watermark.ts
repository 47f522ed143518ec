import type { Mode } from '../app.ts';

/** A paper of a demo or training office can never pass for a real one; nor can a preview of a legal paper. */
export function watermarkOf(mode: Mode, legal: boolean, purpose: 'preview' | 'print'): string | undefined {
  if (mode === 'demo') return 'BẢN DEMO';
  if (mode === 'training') return 'TẬP HUẤN';
  return legal && purpose === 'preview' ? 'BẢN XEM TRƯỚC' : undefined;
}
