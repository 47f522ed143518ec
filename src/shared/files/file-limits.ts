/** Bytes of one file. A scanned page is some 300 KB; a whole paper file at 300 dpi stays below this. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024;
/** Bytes of the small picture a list shows instead of the original. */
export const MAX_PREVIEW_BYTES = 200 * 1024;
/** Files of one dossier, those taken off again not counted. */
export const MAX_FILES = 60;
/** Bytes that cross the contract in one call. */
export const FILE_CALL_BYTES = 256 * 1024;
/** Bytes of a file that cross the line to the city, or back, in one request. */
export const FILE_REQUEST_BYTES = 1024 * 1024;
