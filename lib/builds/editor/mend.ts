import type { Finding } from "#lib/engine/legality/finding.ts";
import { legalityFindings } from "#lib/engine/legality/legality.ts";
import { type Loadout, loadoutSchema } from "../loadout.ts";
import { type Edit, threeSwapped } from "./edit.ts";
import { chooseLine, ELITE_LINE } from "./lines.ts";
import type { EditorOptions } from "./options.ts";

/** More rounds than parts that depend on each other in a row. */
const MAX_ROUNDS = 8;

/** What the game does not allow in a loadout, or what is unusual. */
export function findingsOf(loadout: Loadout, { catalog, gear }: EditorOptions): readonly Finding[] {
  return legalityFindings(loadout, catalog, gear.tables);
}

/** Mends one finding: moves what has another place, else takes out what the game does not allow. */
export function mendFinding(loadout: Loadout, options: EditorOptions, finding: Finding): Edit {
  return {
    label: `Mended: ${finding.message.replace(/\.$/, "")}`,
    loadout: mended(loadout, options, finding),
  };
}

/** Mends everything that the game does not allow; what is only unusual stays. */
export function mendAll(loadout: Loadout, options: EditorOptions): Edit {
  let next = loadout;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const errors = errorsOf(next, options);
    if (errors.length === 0) break;
    for (const finding of errors) {
      // An earlier one may have mended it.
      const still = errorsOf(next, options).some(
        ({ code, slot }) => code === finding.code && slot === finding.slot,
      );
      if (still) next = mended(next, options, finding);
    }
  }
  const count = errorsOf(loadout, options).length;
  return {
    label: `Mended ${count} ${count === 1 ? "thing" : "things"} that the game does not allow`,
    loadout: next,
  };
}

function errorsOf(loadout: Loadout, options: EditorOptions): readonly Finding[] {
  return findingsOf(loadout, options).filter(({ severity }) => severity === "error");
}

function mended(loadout: Loadout, options: EditorOptions, { code, slot }: Finding): Loadout {
  if (code === "ELITE_OUTSIDE_THIRD_LINE") return eliteMoved(loadout, options, slot.includes("[0]") ? 0 : 1);
  const path = pathOf(slot);
  if (code === "TOO_MANY_SIGILS" || code === "TOO_MANY_INFUSIONS") {
    return checked(changedAt(loadout, path, withoutLast), loadout);
  }
  const nothing = code === "SECOND_SET_WITHOUT_SWAP" ? { main: null, off: null } : null;
  return checked(
    changedAt(loadout, path, () => nothing),
    loadout,
  );
}

/** Into the third line if that holds no elite specialization, else out. */
function eliteMoved(loadout: Loadout, options: EditorOptions, position: 0 | 1): Loadout {
  const third = loadout.specializations[ELITE_LINE];
  const thirdIsElite = third !== null && options.catalog.specializations.get(third.id)?.elite;
  if (thirdIsElite) return chooseLine(loadout, options, position, null).loadout;
  return { ...loadout, specializations: threeSwapped(loadout.specializations, position, ELITE_LINE) };
}

/** `legends.inactiveUtility.aquatic.utility[1]` in the words of a finding is `inactiveUtility.aquatic[1]` in the loadout. */
function pathOf(slot: string): readonly string[] {
  const words = slot.split(/[.[\]]+/).filter((word) => word !== "");
  return words[1] === "inactiveUtility" ? words.filter((word) => word !== "utility") : words;
}

function withoutLast(value: unknown): unknown {
  return Array.isArray(value) ? value.slice(0, -1) : value;
}

/** The same with another value at a path; everything beside the path is shared. */
function changedAt(
  value: unknown,
  [key, ...rest]: readonly string[],
  change: (old: unknown) => unknown,
): unknown {
  if (key === undefined) return change(value);
  if (Array.isArray(value)) {
    return value.map((one, index) => (String(index) === key ? changedAt(one, rest, change) : one));
  }
  if (typeof value !== "object" || value === null) return value;
  const before: unknown = (value as Record<string, unknown>)[key];
  return { ...value, [key]: changedAt(before, rest, change) };
}

function checked(next: unknown, before: Loadout): Loadout {
  const parsed = loadoutSchema.safeParse(next);
  return parsed.success ? parsed.data : before;
}
