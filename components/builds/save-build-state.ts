/** What the save form shows: the typed values, and what is wrong with which of them. */
export interface SaveBuildState {
  readonly values: {
    readonly link?: string;
    readonly slug?: string;
    readonly name?: string;
    readonly mode?: string;
    readonly visibility?: string;
  };
  readonly message?: string;
  readonly fields?: Readonly<Record<string, string>>;
}
