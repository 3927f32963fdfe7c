import type { z } from "zod";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { type Loadout, loadoutSchema } from "./loadout.ts";

/** One thing that is wrong with the shape of a loadout; what the game does not allow is the business of legality. */
export interface LoadoutFault {
  /** For instance `equipment.pieces.ring1.infusions[2]`; empty for the loadout as a whole. */
  readonly field: string;
  /** What to give instead, in words for the player. */
  readonly message: string;
}

/** Reads a loadout out of stored or foreign data. Never throws; the faults name their fields, at most 20 of them. */
export function parseLoadout(value: unknown): Result<Loadout, readonly LoadoutFault[]> {
  const parsed = loadoutSchema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  return err(parsed.error.issues.slice(0, MAX_FAULTS).map(faultOf));
}

/** The faults as one text: "equipment.relic: Give the id of an item …". */
export function describeFaults(faults: readonly LoadoutFault[]): string {
  return faults.map(({ field, message }) => (field ? `${field}: ${message}` : message)).join(" ");
}

const MAX_FAULTS = 20;

/** An issue of a schema as a fault: its field and what to give instead. */
export function faultOf(issue: z.core.$ZodIssue): LoadoutFault {
  const field = fieldOf(issue.path);
  switch (issue.code) {
    case "unrecognized_keys": {
      const [name = ""] = issue.keys;
      return {
        field: fieldOf([...issue.path, name]),
        message: "There is no field of this name. Check the spelling or leave it out.",
      };
    }
    // The message of the key itself says more than "invalid key".
    case "invalid_key":
      return { field, message: issue.issues[0]?.message ?? issue.message };
    case "invalid_type":
      return issue.expected === "object" || issue.expected === "record"
        ? { field, message: "Give an object with fields, as JSON writes it." }
        : { field, message: issue.message };
    default:
      return { field, message: issue.message };
  }
}

function fieldOf(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) => {
      if (typeof part === "number") return `[${part}]`;
      const name = String(part).slice(0, 80);
      return index === 0 ? name : `.${name}`;
    })
    .join("");
}
