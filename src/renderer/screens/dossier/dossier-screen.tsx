/** Route `/ho-so/$dossierId`. */
export function DossierScreen() {
  return null;
}
