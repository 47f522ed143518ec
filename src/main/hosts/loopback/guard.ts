/** Who may speak to the loopback host: our own page in a browser on this machine, and nobody else. */

export type Refusal = 'host' | 'origin';

export type RequestHead = {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
};

/**
 * Refuses a request whose Host is not our loopback address (DNS rebinding) or whose Origin is another page's.
 * A request that may change something must name its Origin.
 * @param port the port this host listens on
 */
export function refusalOf(head: RequestHead, port: number): Refusal | undefined {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (head.host === undefined || !hosts.includes(head.host)) return 'host';
  const safe = head.method === 'GET' || head.method === 'HEAD';
  if (head.origin === undefined) return safe ? undefined : 'origin';
  return hosts.some((host) => head.origin === `http://${host}`) ? undefined : 'origin';
}
