/**
 * Sends what a window asks of the loopback host, with its cookie. A host that started anew asks for the cookie to be
 * renewed first (decision 0017).
 * @param ask the page's fetch
 */
export function sendToHost(
  origin: string,
  ask: typeof fetch,
): (request: Request, init: RequestInit) => Promise<Response> {
  let renewing: Promise<unknown> | undefined;

  function renew(): Promise<unknown> {
    renewing ??= ask(new URL('/resume', origin), { method: 'POST', credentials: 'same-origin' }).finally(
      () => {
        renewing = undefined;
      },
    );
    return renewing;
  }

  return async (request, init) => {
    // The session is an HttpOnly cookie of the loopback host, so requests carry credentials and no token.
    const options = { ...init, credentials: 'same-origin' } as const;
    const again = request.clone();
    const answer = await ask(request, options);
    if (answer.status !== 401) return answer;
    // Another tab of this browser may have renewed the cookie they share, so the call is repeated in any case.
    await renew();
    return ask(again, options);
  };
}
