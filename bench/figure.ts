/** One measured number, as `bench/results/latest.json` keeps it. */
export type Figure = {
  readonly id: string;
  readonly value: number;
  readonly unit: string;
  /** Id of the figure of the same run it is measured against. */
  readonly against?: string;
  /** `value` divided by the value of `against`. */
  readonly ratio?: number;
};

/** A part of the bench: what it can measure, and measuring it. */
export type Subject = {
  readonly ids: readonly string[];
  measure(workshop: Workshop): Promise<readonly Figure[]>;
};

/** What a subject works with. Everything it leaves in a folder goes with the run. */
export type Workshop = {
  /** A new, empty folder on the disk the data of an office would lie on. */
  folder(): string;
  /** A copy of its own of an office with this many dossiers: the data folder of a core. */
  office(dossiers: number): Promise<string>;
  /** One line about how a figure came to be. */
  say(line: string): void;
};

export function figure(id: string, value: number, unit: string): Figure {
  return { id, value: rounded(value), unit };
}

/** A figure beside its peer, and the peer itself. */
export function beside(own: Figure, peer: Figure): readonly [Figure, Figure] {
  return [{ ...own, against: peer.id, ratio: rounded(own.value / peer.value) }, peer];
}

/** Three significant digits say all that a bench knows. */
function rounded(value: number): number {
  return value >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}
