/**
 * How bytes of attached files go to the city and back, beside the events that speak of them: tus 1.0 under
 * {@link UPLOADS_PATH} up, ranges of `GET /v1/files/<sha256>` down. An upload names its content in `Upload-Metadata`
 * (`sha256`), and is taken only for a content that an accepted event of the commune announced.
 */
export const FILES_PATH = '/v1/files';
export const UPLOADS_PATH = `${FILES_PATH}/uploads`;
/** SHA-256 of what the city has, whole and checked: the only word on which a device believes a file sent. */
export const FILE_HEADER = 'x-mot-cua-file';
export const TUS_VERSION = '1.0.0';
