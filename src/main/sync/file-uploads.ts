import type { FileProgress } from '#main/ports/sync-engine.ts';
import { FileDamaged } from '#main/store/files/file-damaged.ts';
import type { FileReading } from '#main/store/files/file-reading.ts';
import type { FileVault } from '#main/store/files/file-vault.ts';
import type { FileContent } from '#main/store/files/types.ts';
import type { Store } from '#main/store/types.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Fault } from './fault.ts';
import type { FileClient, FileRefusal, UploadState } from './file-client.ts';
import { Pause } from './pause.ts';
import { restMs, UploadPace } from './upload-pace.ts';

type Options = {
  readonly store: Store;
  readonly vault: FileVault;
  /** The cap of the office, 0 for none; asked before each request. */
  readonly kilobitsPerSecond: () => number;
  readonly onProgress: () => void;
};

/** After so many refusals of one file a person is asked. */
const MOST_ATTEMPTS = 3;
const PROGRESS_MS = 250;

/**
 * Carries the bytes of attached files to the city, one after another, whenever no event waits. Where an upload stands
 * is asked of the city, so that a process may end anywhere; a file counts as sent only on the city's own hash of it.
 */
export class FileUploads {
  readonly #options: Options;
  readonly #pace = new UploadPace();
  readonly #pause = new Pause();
  /** Not wanted by the city now; asked again in a later round. */
  #passedBy: string[] = [];
  #progress: FileProgress | undefined;
  #toldAt = 0;

  constructor(options: Options) {
    this.#options = options;
  }

  hasWork(): boolean {
    return this.#next() !== undefined;
  }

  progress(): FileProgress | undefined {
    return this.#progress;
  }

  /** Cuts a rest short. */
  stop(): void {
    this.#pause.cut();
  }

  /** @param goOn asked before each request */
  async drain(client: FileClient, goOn: () => boolean): Promise<Result<void, Fault>> {
    this.#passedBy = [];
    try {
      for (let content = this.#next(); content && goOn(); content = this.#next()) {
        const sent = await this.#sendOne(client, content, goOn);
        if (!sent.ok) return sent;
      }
      return ok(undefined);
    } finally {
      if (this.#progress) {
        this.#progress = undefined;
        this.#options.onProgress();
      }
    }
  }

  #next(): FileContent | undefined {
    return this.#options.store.read((reader) => reader.files.nextToSend(this.#passedBy));
  }

  async #sendOne(
    client: FileClient,
    content: FileContent,
    goOn: () => boolean,
  ): Promise<Result<void, Fault>> {
    try {
      await using reading = await this.#options.vault.read(content);
      return await this.#send(client, content, reading, goOn);
    } catch (error) {
      if (!(error instanceof FileDamaged)) throw error;
      this.#save(content, { state: 'needs-you', reason: 'file/damaged' });
      return ok(undefined);
    }
  }

  async #send(
    client: FileClient,
    content: FileContent,
    reading: FileReading,
    goOn: () => boolean,
  ): Promise<Result<void, Fault>> {
    let at: UploadState | undefined;
    if (content.uploadUrl !== '') {
      const resumed = await client.resume(content.uploadUrl);
      if (resumed.ok) at = resumed.value;
      else if ('fault' in resumed.error) return err(resumed.error.fault);
    }
    if (!at) {
      const stored = await client.isStored(content.sha256);
      if (!stored.ok)
        return 'fault' in stored.error
          ? err(stored.error.fault)
          : this.#refused(content, stored.error.refusal);
      if (stored.value) return this.#accept(content);
    }
    this.#show(content, at?.offset ?? 0);
    // A smaller one that came meanwhile goes first, and one taken off goes no further.
    while (goOn() && this.#next()?.sha256 === content.sha256) {
      const offset = at?.offset ?? 0;
      const cap = this.#options.kilobitsPerSecond();
      const bytes = await reading.read(offset, this.#pace.next(cap));
      const startedAt = performance.now();
      const answer = at ? await client.append(at.upload, offset, bytes) : await client.create(content, bytes);
      const elapsedMs = performance.now() - startedAt;
      if (!answer.ok) {
        this.#pace.failed();
        return 'fault' in answer.error
          ? err(answer.error.fault)
          : this.#refused(content, answer.error.refusal);
      }
      this.#pace.carried(elapsedMs);
      if (answer.value.sha256 === content.sha256) return this.#accept(content);
      if (!at) this.#save(content, { uploadUrl: answer.value.upload });
      at = answer.value;
      this.#show(content, at.offset);
      const rest = restMs(bytes.length, elapsedMs, cap);
      if (rest > 0) await this.#pause.wait(rest);
    }
    return ok(undefined);
  }

  #accept(content: FileContent): Result<void, Fault> {
    this.#save(content, { state: 'accepted', uploadUrl: '', attempts: 0, reason: '' });
    return ok(undefined);
  }

  /** Begun anew a few times; then a person sees why. */
  #refused(content: FileContent, { status, code }: FileRefusal): Result<void, Fault> {
    const attempts = content.attempts + 1;
    // The city knows no event that speaks of it: a restored city may be told again soon.
    const isUnknown = status === 404 && content.uploadUrl === '';
    if (isUnknown || attempts < MOST_ATTEMPTS) {
      this.#passedBy.push(content.sha256);
      this.#save(content, { uploadUrl: '', attempts: isUnknown ? content.attempts : attempts });
      return ok(undefined);
    }
    this.#save(content, {
      state: 'needs-you',
      uploadUrl: '',
      attempts,
      reason: code ?? 'file/hash-mismatch',
    });
    return ok(undefined);
  }

  #save(
    content: FileContent,
    change: Parameters<Parameters<Parameters<Store['write']>[0]>[0]['files']['saveUpload']>[1],
  ): void {
    this.#options.store.write((writer) => writer.files.saveUpload(content.sha256, change));
  }

  #show({ sha256, size }: FileContent, sent: number): void {
    const label = this.#options.store.read((reader) => reader.files.labelOf(sha256));
    this.#progress = { sha256, label, sent, size };
    const now = performance.now();
    if (now - this.#toldAt < PROGRESS_MS) return;
    this.#toldAt = now;
    this.#options.onProgress();
  }
}
