import type { Store } from '#main/store/types.ts';
import type { OfficeProfile } from '#shared/dossiers/office.ts';
import { type ErrorCode, errorCodes } from '#shared/kernel/error-codes.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { ownProtocols } from '#shared/sync/negotiate.ts';
import { officeOf } from '#shared/sync/office-of.ts';
import { callEnrol, type Timeouts } from './city-client.ts';
import { saveEnrolment } from './enrolment.ts';
import type { Exchange } from './exchange.ts';

/** The profile the use cases read. */
const OFFICE = 'office';

/**
 * Exchanges a code for a token and keeps it.
 * @returns the office; `request/invalid` for an address that is none, `sync/plain-http` for one that would carry
 *   token and dossiers in the clear, `city/bad-code`, `sync/wrong-server` or `city/wrong-office` when this machine
 *   already belongs elsewhere, or what is wrong with the line
 */
export async function enrolDevice(
  store: Store,
  exchange: Exchange,
  timeouts: Timeouts,
  request: {
    readonly cityUrl: string;
    readonly code: string;
    readonly device: string;
    readonly deviceName: string;
    /** The line is protected by other means: an administrator has said so on this machine. */
    readonly allowPlainHttp?: boolean | undefined;
  },
): Promise<Result<{ readonly office: OfficeProfile }>> {
  const cityUrl = normaliseUrl(request.cityUrl);
  if (cityUrl === undefined)
    return refuse('request/invalid', 'Địa chỉ máy chủ không hợp lệ. Hãy nhập dạng https://…');
  if (!isProtected(cityUrl) && !request.allowPlainHttp) return refuse('sync/plain-http');
  const { code, device, deviceName } = request;
  const about = { code, device, deviceName };
  let reply = await callEnrol(exchange, cityUrl, { ...about, protocol: ownProtocols.max }, timeouts);
  // An older city takes an older version; a code that was not let in is still good.
  for (let protocol = ownProtocols.max - 1; isTooNew(reply) && protocol >= ownProtocols.min; protocol -= 1) {
    reply = await callEnrol(exchange, cityUrl, { ...about, protocol }, timeouts);
  }
  if (!reply.ok) {
    return reply.error.code === 'city/malformed' ? refuse('city/bad-code') : refuse(reply.error.code);
  }
  const { office: profile, token, serverId, receiptKey } = reply.value;
  const office = officeOf(profile);
  const before = store.read((reader) => ({
    office: reader.setting<OfficeProfile>(OFFICE),
    serverId: reader.syncCursor().serverId,
  }));
  if (before.serverId !== '' && before.serverId !== serverId) return refuse('sync/wrong-server');
  if (before.office && before.office.id !== office.id) return refuse('city/wrong-office');
  store.write((writer) => {
    writer.saveSetting(OFFICE, office);
    saveEnrolment(writer, { cityUrl, token, serverId, receiptKey });
    writer.saveCursor({ ...writer.syncCursor(), serverId });
  });
  return ok({ office });
}

function isTooNew(reply: Awaited<ReturnType<typeof callEnrol>>): boolean {
  return !reply.ok && reply.error.code === 'sync/version-skew';
}

function normaliseUrl(text: string): string | undefined {
  const url = URL.parse(text.trim());
  if (!url || !['http:', 'https:'].includes(url.protocol)) return undefined;
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

/** Whether nobody on the line can read along: TLS, or a line that does not leave this machine. */
function isProtected(cityUrl: string): boolean {
  const { protocol, hostname } = new URL(cityUrl);
  return (
    protocol === 'https:' || /^127(\.\d+){3}$/.test(hostname) || ['localhost', '[::1]'].includes(hostname)
  );
}

function refuse(code: ErrorCode, message: string = errorCodes[code]): { ok: false; error: Problem[] } {
  return err([problem(code, 'error', message)]);
}
