import type { ErrorCode } from '#shared/kernel/error-codes.ts';

/** Why a call to the city came to nothing. Nothing on this machine is lost by any of them. */
export type FaultCode = Extract<
  ErrorCode,
  | 'sync/unreachable'
  | 'sync/not-our-server'
  | 'sync/server-error'
  | 'sync/server-busy'
  | 'sync/wrong-server'
  | 'sync/server-behind'
  | 'sync/mass-change'
  | 'sync/revoked'
  | 'sync/unknown-device'
  | 'sync/version-skew'
  | 'city/malformed'
  | 'city/bad-code'
  | 'store/disk-full'
  | 'store/read-only'
  | 'store/disk-failing'
  | 'request/internal'
>;

export type Fault = {
  readonly code: FaultCode;
  /** What a busy server asked for. */
  readonly retryAfterMs?: number;
};
