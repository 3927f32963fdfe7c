import type { z } from "zod";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { faultOf, type LoadoutFault } from "../parse-loadout.ts";

/** Faults after which a text is none of this kind. */
const MOST_FAULTS = 60;

export interface Salvaged<Value> {
  readonly value: Value;
  /** What had to be left out, field by field. */
  readonly lost: readonly LoadoutFault[];
}

type Path = readonly PropertyKey[];

/**
 * Reads as much of foreign data as a schema accepts: what is wrong is taken out, the smallest part that helps, and named.
 * The failure are the faults, where what is needed is missing or too much is wrong. Never throws; `input` stays as it is.
 */
export function salvage<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): Result<Salvaged<z.output<Schema>>, readonly LoadoutFault[]> {
  const lost = new Map<string, LoadoutFault>();
  const value: unknown = structuredClone(input);
  while (lost.size < MOST_FAULTS) {
    const parsed = schema.safeParse(value);
    if (parsed.success) return ok({ value: parsed.data, lost: [...lost.values()] });
    const issue = parsed.error.issues[0];
    if (!issue) break;
    const fault = faultOf(issue);
    if (!lost.has(fault.field)) lost.set(fault.field, fault);
    if (!takeOut(value, pathAtFault(issue))) break;
  }
  return err([...lost.values()]);
}

function pathAtFault(issue: z.core.$ZodIssue): Path {
  return issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : issue.path;
}

/**
 * Takes what is at the path out of the value. A place in a list is emptied first and goes when empty is wrong, too; what is
 * not there was needed, so then it is the part around it that goes. False where nothing is left to take.
 */
function takeOut(value: unknown, path: Path): boolean {
  for (let length = path.length; length > 0; length--) {
    const key = path[length - 1];
    const holder = valueAt(value, path.slice(0, length - 1));
    if (typeof holder !== "object" || holder === null || key === undefined || !Object.hasOwn(holder, key))
      continue;
    if (!Array.isArray(holder)) delete (holder as Record<PropertyKey, unknown>)[key];
    else if (holder[Number(key)] === null) holder.splice(Number(key), 1);
    else holder[Number(key)] = null;
    return true;
  }
  return false;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === "object" && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );
}
