export type SearchPaletteProps = { readonly opened: boolean; readonly onClose: () => void };

/** One box over drafts, dossiers and register entries; the shell opens it by F3, Ctrl+K or `/`. */
export function SearchPalette(_props: SearchPaletteProps) {
  return null;
}
