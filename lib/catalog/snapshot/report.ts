/** What was wrong with one record or one of its facts; the rest of the catalogue is built all the same. */
export interface RecordProblem {
  readonly kind: string;
  readonly id: number | string | undefined;
  readonly name: string | undefined;
  readonly problem: string;
}

export type ReportProblem = (problem: string) => void;

/** "skills 5492 (Fire Attunement): facts.0.value: expected a number". */
export function describeProblem(problem: RecordProblem): string {
  const name = problem.name ? ` (${problem.name})` : "";
  return `${problem.kind} ${problem.id ?? "without id"}${name}: ${problem.problem}`;
}
