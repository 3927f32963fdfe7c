/** What became of a build that was to be saved. */
export interface SavedImport {
  readonly name: string;
  /** Null where it was not saved. */
  readonly slug: string | null;
  readonly problem: string | null;
}
