/** Why the app cannot start, in one line for the person at the terminal: what is wrong and how to mend it. */
export class StartProblem extends Error {
  override readonly name = "StartProblem";
}
