import { type DossierStatus, statusLabels } from '#shared/dossiers/status.ts';
import { type Tone, ToneBadge } from './tone-badge.tsx';

const tones = {
  submitted: 'neutral',
  received: 'info',
  'supplement-at-desk': 'attention',
  'supplement-by-officer': 'attention',
  refused: 'bad',
  'under-review': 'info',
  verifying: 'info',
  'fee-required': 'attention',
  registered: 'info',
  'awaiting-personal-id': 'attention',
  'awaiting-signature': 'info',
  signed: 'good',
  'withdraw-requested': 'attention',
  stopped: 'bad',
  done: 'good',
  returned: 'neutral',
} as const satisfies Record<DossierStatus, Tone>;

/** The business state of a dossier. Whether the city has it is {@link SyncBadge}'s to say. */
export function StatusBadge({ status }: { readonly status: DossierStatus }) {
  return <ToneBadge tone={tones[status]}>{statusLabels[status]}</ToneBadge>;
}
