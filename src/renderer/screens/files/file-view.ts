import type { CoreClient } from '#renderer/host-client/core-client.ts';

export type FileList = Awaited<ReturnType<CoreClient['files']['list']>>;
export type FileView = FileList['files'][number];
export type FileOwner = Parameters<CoreClient['files']['list']>[0]['owner'];
