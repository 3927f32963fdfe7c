/** Why a text is not read as a loadout code. A closed union; reading refuses with one of these and never throws. */
export type LoadoutCodeError = LoadoutCodeProblem & {
  /** What is wrong, in words for the player. */
  readonly message: string;
  /** What to do next. */
  readonly mend: string;
};

export type LoadoutCodeProblem =
  | { readonly code: "empty" }
  | { readonly code: "too-long"; readonly characters: number }
  | { readonly code: "chat-link" }
  | { readonly code: "bad-character" /** 1-based. */; readonly position: number }
  /** The checksum does not fit: cut off or mistyped. */
  | { readonly code: "damaged" }
  | { readonly code: "unknown-version"; readonly version: number }
  /** The checksum fits, yet the content says nothing this version of the app understands. */
  | { readonly code: "unknown-content"; readonly reason: string };

export type LoadoutCodeErrorCode = LoadoutCodeProblem["code"];

const COPY_AGAIN = "Copy the whole code or link again and paste it unchanged.";
const NEWER = "It was made by a newer version of the app: reload the page, or update the program.";

export function loadoutCodeError(problem: LoadoutCodeProblem): LoadoutCodeError {
  return { ...problem, ...describe(problem) };
}

function describe(problem: LoadoutCodeProblem): { message: string; mend: string } {
  switch (problem.code) {
    case "empty":
      return { message: "There is no loadout code here.", mend: "Paste the code of a loadout." };
    case "too-long":
      return {
        message: `This is too long for a loadout code (${problem.characters} characters).`,
        mend: "Paste the code alone, without other text.",
      };
    case "chat-link":
      return {
        message: "This is a chat link of the game, not a loadout code.",
        mend: "Paste it where a build template link is asked for.",
      };
    case "bad-character":
      return {
        message: `Character ${problem.position} does not belong in a loadout code: it has letters, digits, - and _ only.`,
        mend: COPY_AGAIN,
      };
    case "damaged":
      return { message: "This loadout code is damaged: it is cut off or mistyped.", mend: COPY_AGAIN };
    case "unknown-version":
      return { message: `This loadout code has the unknown version ${problem.version}.`, mend: NEWER };
    case "unknown-content":
      return { message: `This loadout code cannot be understood: ${problem.reason}.`, mend: NEWER };
  }
}
