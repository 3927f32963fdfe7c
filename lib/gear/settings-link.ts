import { EXTRA_SLOTS } from "#lib/engine/mechanics.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { SEARCH_SLOTS } from "./gear-slots.ts";
import { INFUSION_ATTRIBUTES } from "./infusions.ts";
import { ownedText, parseOwnedText } from "./owned-text.ts";
import {
  CONSTRAINT_FIELD_NAMES,
  type GearRefusal,
  type GearSettings,
  type GearSettingsInput,
  gearSettingsSchema,
} from "./schema.ts";

/**
 * The settings of a search as parameters of an address. The form of the optimizer has the same names, so that sending
 * it without script makes the same address. What is at its default is left out, except the stat sets: their presence
 * tells that settings are given at all.
 */
export function settingsToParams(settings: GearSettings): URLSearchParams {
  const params = new URLSearchParams();
  const set = (name: string, value: string | number | undefined): void => {
    if (value !== undefined) params.append(name, String(value));
  };
  for (const stat of settings.statSets) set("sets", stat);
  for (const slot of SEARCH_SLOTS) {
    if (settings.keptSlots.includes(slot)) set(`slot.${slot}`, KEPT);
    else for (const stat of settings.slotStatSets[slot] ?? []) set(`slot.${slot}`, stat);
  }
  if (settings.rarity !== "ascended") set("rarity", settings.rarity);
  set("hands", settings.hands);
  if (settings.owned.length > 0) set("own", ownedText(settings.owned));
  addInfusions(settings, set);
  for (const name of CONSTRAINT_FIELD_NAMES) set(name, settings.constraints[name]);
  addObjective(settings, set);
  for (const slot of EXTRA_SLOTS) {
    for (const id of settings.extras[slot] ?? [])
      set(slot, id === "" ? NOTHING : id.slice(id.indexOf(":") + 1));
  }
  set("armor", settings.target.armor);
  set("attacks", settings.target.attacksPerSecond);
  set("moving", settings.target.movingPercent);
  for (const [name, value] of Object.entries(settings.coefficients)) set(`c.${name}`, value);
  if (settings.results !== RESULTS) set("top", settings.results);
  return params;
}

/** Whether an address or form says anything about the settings, so that it holds rather than the defaults. */
export function hasSettings(params: URLSearchParams): boolean {
  return params.has("sets");
}

/**
 * The settings that parameters state. Never throws; a fault names the field by its path in the settings
 * (`constraints.minHealth`), see `paramOfField`. Empty values count as not given.
 */
export function settingsFromParams(params: URLSearchParams): Result<GearSettings, GearRefusal> {
  const owned = parseOwnedText(params.get("own") ?? "");
  if (!owned.ok) return owned;
  const one = (name: string) => params.get(name)?.trim() || undefined;
  const all = (name: string) => params.getAll(name).filter((value) => value !== "");
  const number = (name: string) => numberOf(one(name));
  const slots = SEARCH_SLOTS.map(
    (slot) => [slot, all(`slot.${slot}`).flatMap((value) => value.split(" "))] as const,
  );
  const stated: Record<keyof GearSettingsInput, unknown> = {
    statSets: [...new Set(all("sets"))],
    slotStatSets: Object.fromEntries(slots.filter(([, stats]) => stats.length > 0 && stats[0] !== KEPT)),
    keptSlots: slots.flatMap(([slot, stats]) => (stats[0] === KEPT ? [slot] : [])),
    rarity: one("rarity"),
    hands: one("hands"),
    owned: owned.value,
    infusions: infusionsFrom(one, number),
    constraints: withoutAbsent(CONSTRAINT_FIELD_NAMES.map((name) => [name, number(name)])),
    objective: objectiveFrom(one, number),
    extras: Object.fromEntries(
      EXTRA_SLOTS.map((slot) => [slot, all(slot).map((word) => entryId(slot, word))] as const).filter(
        ([, ids]) => ids.length > 0,
      ),
    ),
    target: withoutAbsent([
      ["armor", number("armor")],
      ["attacksPerSecond", number("attacks")],
      ["movingPercent", number("moving")],
    ]),
    coefficients: withoutAbsent(COEFFICIENTS.map((name) => [name, number(`c.${name}`)])),
    results: number("top"),
  };
  const parsed = gearSettingsSchema.safeParse(stated);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  return err({
    field: issue?.path.join(".") ?? "",
    message: issue?.message ?? "These settings are not understood.",
  });
}

/** Name of the parameter, and of the form's input, that a field of the settings comes from. */
export function paramOfField(field: string): string {
  const [top = "", name = ""] = field.split(".");
  switch (top) {
    case "constraints":
    case "extras":
      return name || top;
    case "statSets":
      return "sets";
    case "slotStatSets":
      return `slot.${name}`;
    case "keptSlots":
      return "slot";
    case "owned":
      return "own";
    case "infusions":
      return "infusions";
    case "objective":
      return "goal";
    case "target":
      return (
        { armor: "armor", attacksPerSecond: "attacks", movingFraction: "moving", movingPercent: "moving" }[
          name
        ] ?? "armor"
      );
    case "coefficients":
      return `c.${name}`;
    case "results":
      return "top";
    default:
      return top;
  }
}

export const KEPT = "keep";
export const NOTHING = "none";
export const COEFFICIENTS = [
  "strike",
  "strike2",
  "bleeding",
  "burning",
  "confusion",
  "poison",
  "torment",
] as const;
const RESULTS = 50;

type Set = (name: string, value: string | number | undefined) => void;
type One = (name: string) => string | undefined;
type NumberOf = (name: string) => unknown;

function addInfusions({ infusions }: GearSettings, set: Set): void {
  if (infusions.kind === "none") return;
  set("infusions", infusions.kind);
  if (infusions.kind === "choose") set("inf.total", infusions.total);
  const counts =
    infusions.kind === "choose" ? infusions.max : infusions.kind === "fixed" ? infusions.counts : {};
  for (const attribute of INFUSION_ATTRIBUTES) set(`inf.${attribute}`, counts[attribute]);
}

function infusionsFrom(one: One, number: NumberOf): unknown {
  const kind = one("infusions") ?? "none";
  if (kind !== "choose" && kind !== "fixed") return { kind };
  const counts = withoutAbsent(
    INFUSION_ATTRIBUTES.map((attribute) => [attribute, number(`inf.${attribute}`)]),
  );
  return kind === "fixed" ? { kind, counts } : { kind, total: number("inf.total") ?? 18, max: counts };
}

function addObjective({ objective }: GearSettings, set: Set): void {
  if (objective.goal !== "damage") set("goal", objective.goal);
  if (objective.goal !== "mix") return;
  set("weight.damage", objective.damage);
  set("weight.survivability", objective.survivability);
  set("weight.healing", objective.healing);
}

function objectiveFrom(one: One, number: NumberOf): unknown {
  const goal = one("goal") ?? "damage";
  if (goal !== "mix") return { goal };
  const weight = (name: string) => number(`weight.${name}`) ?? 0;
  return {
    goal,
    damage: weight("damage"),
    survivability: weight("survivability"),
    healing: weight("healing"),
  };
}

function entryId(slot: (typeof EXTRA_SLOTS)[number], word: string): string {
  return word === NOTHING ? "" : `${slot.replace(/\d/, "")}:${word}`;
}

/** A number as players type it, with comma or point; what is none is left to the schema to refuse. */
function numberOf(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  const number = Number(text.replace(",", "."));
  return Number.isFinite(number) ? number : text;
}

function withoutAbsent(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}
