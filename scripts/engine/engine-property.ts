/** Something that has to hold for all builds, tried on random ones. */
export interface EngineProperty {
  readonly guarantee: string;
  /** Percent of the cases it gets; costly ones get fewer. */
  readonly share: number;
  /** Tries that many cases; throws with the failing seed if one breaks the guarantee. */
  readonly check: (cases: number, seed: number) => void;
}
