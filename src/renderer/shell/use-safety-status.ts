import { useCoreQuery } from '#renderer/host-client/core.ts';
import type { CoreClient } from '#renderer/host-client/core-client.ts';

export type SafetyStatus = Awaited<ReturnType<CoreClient['safety']['status']>>;

export function useSafetyStatus(): SafetyStatus | undefined {
  return useCoreQuery(['sync', 'safety'], (core) => core.safety.status({})).data;
}
