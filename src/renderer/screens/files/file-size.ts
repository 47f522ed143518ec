const ONE = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });

/** `213 KB`, `1,4 MB`. */
export function fileSize(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${ONE.format(bytes / 1024 / 1024)} MB`;
}
