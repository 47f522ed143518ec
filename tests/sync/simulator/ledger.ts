import type { DeviceEntry, Health, Written } from './device-messages.ts';

/** A step that a core said it had taken. */
export type AcknowledgedStep = {
  readonly device: number;
  readonly dossierId: string;
  readonly kind: string;
  readonly eventId: string;
};

/**
 * What the cores acknowledged, noted outside them: the measure of everything lost or done twice. What a kill left
 * unanswered and was found done after the restart is acknowledged by being found.
 */
export class Ledger {
  /** By dossier: the device that received it. */
  readonly received = new Map<string, number>();
  /** By event. */
  readonly steps = new Map<string, AcknowledgedStep>();
  readonly entries: (DeviceEntry & { readonly device: number })[] = [];
  /** Two machines wrote to them side by side: their order is the city's, not the director's. */
  readonly contested = new Set<string>();
  /** One line for each acknowledged thing that is gone. */
  readonly lost = new Set<string>();
  /** Everything else that must not be: in words. */
  readonly violations = new Set<string>();
  readonly #versions = new Map<string, number>();

  receive(device: number, dossierId: string): void {
    if (this.received.has(dossierId)) this.violations.add(`dossier ${dossierId} was given twice`);
    this.received.set(dossierId, device);
    this.#versions.set(versionKey(device, dossierId), 1);
  }

  act(step: AcknowledgedStep, version: number): void {
    if (this.steps.has(step.eventId)) this.violations.add(`event ${step.eventId} was answered twice`);
    this.steps.set(step.eventId, step);
    this.#versions.set(versionKey(step.device, step.dossierId), version);
  }

  /** Events written by a device that nobody was told of, of one kind; of one dossier or of dossiers not yet known. */
  untold(health: Health, kind: string, dossierId: string): readonly Written[] {
    return health.written.filter(
      (each) =>
        each.kind === kind &&
        (dossierId === ''
          ? !this.received.has(each.stream)
          : each.stream === dossierId && !this.steps.has(each.eventId)),
    );
  }

  /** Compares a device just started with what it once said. */
  check(device: number, name: string, health: Health): void {
    for (const fault of health.quickCheck) this.violations.add(`${name}: quick_check: ${fault}`);
    if (health.auditBrokenAt > 0)
      this.violations.add(`${name}: audit chain broken at ${health.auditBrokenAt}`);
    const events = new Set(health.written.map((each) => each.eventId));
    const received = new Set(
      health.written.filter((each) => each.kind === 'dossier-received').map((each) => each.stream),
    );
    for (const [dossierId, at] of this.received) {
      if (at === device && !received.has(dossierId)) this.lost.add(`${name} lost dossier ${dossierId}`);
    }
    for (const step of this.steps.values()) {
      if (step.device === device && !events.has(step.eventId)) this.lost.add(`${name} lost ${told(step)}`);
    }
    for (const [key, version] of this.#versions) {
      const [at, dossierId = ''] = key.split(' ');
      if (Number(at) !== device || this.contested.has(dossierId)) continue;
      const now = health.versions[dossierId] ?? 0;
      if (now < version)
        this.violations.add(`${name}: ${dossierId} went back from version ${version} to ${now}`);
    }
  }
}

export function told({ kind, dossierId }: Pick<AcknowledgedStep, 'kind' | 'dossierId'>): string {
  return `${kind} of ${dossierId}`;
}

function versionKey(device: number, dossierId: string): string {
  return `${device} ${dossierId}`;
}
