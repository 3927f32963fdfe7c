import { GAME_MODE_NAMES } from "#lib/shared/game.ts";
import type { Gw2SkillsLink } from "./gw2skills-link.ts";
import { type ChatLinkType, LINK_TYPE_NAMES } from "./link-types.ts";

/** Why a text cannot be read as a chat link. A closed union: every reader of links refuses with one of these and never throws. */
export type ChatLinkError = ChatLinkProblem & {
  /** What is wrong, in words for the player. */
  readonly message: string;
  /** What to do next. */
  readonly mend: string;
};

export type ChatLinkProblem =
  | { readonly code: "no-link" }
  | ({ readonly code: "gw2skills-link" } & Gw2SkillsLink)
  | { readonly code: "empty-link" }
  | { readonly code: "bad-base64" /** 1-based character of the code. */; readonly character: number }
  | { readonly code: "unknown-type"; readonly typeCode: number }
  | { readonly code: "wrong-type"; readonly expected: "build"; readonly found: ChatLinkType }
  | { readonly code: "cut-off"; readonly bytes: number; readonly neededBytes: number }
  | { readonly code: "unknown-profession"; readonly professionCode: number }
  | {
      readonly code: "count-exceeds";
      readonly part: "weapons" | "skillVariants";
      readonly count: number;
      readonly bytesLeft: number;
    }
  | { readonly code: "bytes-left-over"; readonly bytes: number };

export type ChatLinkErrorCode = ChatLinkProblem["code"];

const COPY_AGAIN =
  "Copy the whole link again, from [& to ]. In the game: open the build panel and copy the build template to the chat or clipboard.";

const PART_NAMES = { weapons: "weapons", skillVariants: "skill overrides" } as const;

export function chatLinkError(problem: ChatLinkProblem): ChatLinkError {
  return { ...problem, ...describe(problem) };
}

function describe(problem: ChatLinkProblem): { message: string; mend: string } {
  switch (problem.code) {
    case "no-link":
      return {
        message: "There is no chat link in this text.",
        mend: "Paste a link from the game; a build template link looks like [&DQ…=].",
      };
    case "gw2skills-link":
      return {
        message: `This is a link to the gw2skills.net editor${about(problem)}. It says no more than that; the build itself is only on that site.`,
        mend: "Open it, copy the chat link ([&DQ…=]) that the editor shows, and paste that.",
      };
    case "empty-link":
      return { message: "The link has no content between [& and ].", mend: COPY_AGAIN };
    case "bad-base64":
      return {
        message: `The code is damaged: character ${problem.character} does not belong there (it is not valid base64).`,
        mend: COPY_AGAIN,
      };
    case "unknown-type":
      return {
        message: `This kind of chat link (type ${problem.typeCode}) is unknown.`,
        mend: "Check the code; a build template link starts with [&DQ. The game may also have added a new kind since.",
      };
    case "wrong-type":
      return {
        message: `This is ${LINK_TYPE_NAMES[problem.found]}, not a build template link.`,
        mend: "Copy the link of a build template instead; it starts with [&DQ.",
      };
    case "cut-off":
      return {
        message: `The link is cut off: ${count(problem.bytes, "byte")} of at least ${problem.neededBytes}.`,
        mend: COPY_AGAIN,
      };
    case "unknown-profession":
      return {
        message: `Unknown profession code ${problem.professionCode}; professions are numbered 1 (Guardian) to 9 (Revenant).`,
        mend: COPY_AGAIN,
      };
    case "count-exceeds":
      return {
        message: `The link announces ${problem.count} ${PART_NAMES[problem.part]}, but only ${count(problem.bytesLeft, "byte")} ${problem.bytesLeft === 1 ? "follows" : "follow"}; it is cut off or damaged.`,
        mend: COPY_AGAIN,
      };
    case "bytes-left-over":
      return {
        message: `The link is longer than its content: ${count(problem.bytes, "byte")} left over at the end.`,
        mend: COPY_AGAIN,
      };
  }
}

function about({ profession, mode }: Gw2SkillsLink): string {
  const what = profession === null ? "" : ` for a build of the ${profession}`;
  return mode === null ? what : `${what} in ${GAME_MODE_NAMES[mode]}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
