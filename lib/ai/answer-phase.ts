/** Where an answer stands, for the reader. Loading and reading are told apart as well as the server lets us. */
export type AnswerPhase =
  | { readonly name: "waiting"; readonly position: number }
  | { readonly name: "loading" }
  | { readonly name: "reading" }
  | { readonly name: "writing" };
