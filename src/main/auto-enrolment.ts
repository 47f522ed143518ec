import type { SyncEngine } from '#main/ports/sync-engine.ts';

const RETRY_MS = 5_000;
/** Answers after which asking again cannot help. */
const final = [
  'city/bad-code',
  'city/wrong-office',
  'sync/wrong-server',
  'sync/plain-http',
  'request/invalid',
];

/**
 * Enrols with a code given at installation, as soon as the city can be reached; intake does not wait for it.
 * @returns the way to give up
 */
export function enrolWhenReachable(sync: SyncEngine, cityUrl: string, code: string): () => void {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  async function attempt(): Promise<void> {
    const enrolled = await sync.enrol(cityUrl, code);
    if (stopped || enrolled.ok || enrolled.error.some((each) => final.includes(each.code))) return;
    timer = setTimeout(() => void attempt(), RETRY_MS);
    timer.unref();
  }
  void attempt();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
