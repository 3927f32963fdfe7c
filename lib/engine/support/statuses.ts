import { BOONS, type Boon } from "../attribute-ids.ts";

/**
 * How a status adds up. `duration`: further applications lengthen it, it is on or off. `intensity`: applications are
 * stacks side by side, each with its own duration.
 */
export type Stacking = "duration" | "intensity";

export const CONDITIONS = [
  "bleeding",
  "blinded",
  "burning",
  "chilled",
  "confusion",
  "crippled",
  "fear",
  "immobile",
  "poison",
  "slow",
  "taunt",
  "torment",
  "vulnerability",
  "weakness",
] as const;

export type Condition = (typeof CONDITIONS)[number];

/** Effects with a fixed duration that neither are boons nor auras. */
export const FIXED_EFFECTS = ["Superspeed", "Stealth"] as const;

export type StatusKind = "boon" | "aura" | "fixedEffect" | "condition";

export interface Status {
  readonly kind: StatusKind;
  /** As the game spells it. */
  readonly name: string;
  readonly boon: Boon | null;
  readonly condition: Condition | null;
  readonly stacking: Stacking;
  /** Highest average: 1 for a status that is on or off, else the stack limit. */
  readonly cap: number;
  /** Longest remaining time in seconds; null where no source states one. */
  readonly maxSeconds: number | null;
}

const INTENSITY_CAPS: Readonly<Record<string, number>> = {
  might: 25,
  stability: 25,
  vulnerability: 25,
  bleeding: 1500,
  burning: 1500,
  confusion: 1500,
  poison: 1500,
  torment: 1500,
};

const MAX_SECONDS: Readonly<Record<string, number>> = {
  quickness: 30,
  alacrity: 30,
  fury: 30,
  protection: 30,
  vigor: 30,
  swiftness: 60,
};

const AURAS = [
  "Chaos Aura",
  "Dark Aura",
  "Fire Aura",
  "Frost Aura",
  "Light Aura",
  "Magnetic Aura",
  "Shocking Aura",
];

const STATUSES: ReadonlyMap<string, Status> = new Map(
  [
    ...BOONS.map((boon) => status("boon", sentenceCase(boon), { boon })),
    ...CONDITIONS.map((condition) =>
      status("condition", condition === "poison" ? "Poisoned" : sentenceCase(condition), { condition }),
    ),
    ...AURAS.map((aura) => status("aura", aura, {})),
    ...FIXED_EFFECTS.map((effect) => status("fixedEffect", effect, {})),
  ].map((one) => [one.name.toLowerCase(), one]),
);

/**
 * What is known of a boon, condition, aura, superspeed or stealth by its English name, whatever the case; undefined for
 * every other effect. Stacking, stack limits and longest remaining times: Guild Wars 2 Wiki "Boon" and "Condition" and
 * Elite Insights Parser, July 2026; remaining times from gw2-combat-simulator, August 2026. Auras, superspeed and
 * stealth are taken as on or off.
 */
export function statusNamed(name: string): Status | undefined {
  return STATUSES.get(name.toLowerCase());
}

function status(
  kind: StatusKind,
  name: string,
  { boon = null, condition = null }: { boon?: Boon | null; condition?: Condition | null },
): Status {
  const id = boon ?? condition ?? "";
  const cap = INTENSITY_CAPS[id];
  return {
    kind,
    name,
    boon,
    condition,
    stacking: cap === undefined ? "duration" : "intensity",
    cap: cap ?? 1,
    maxSeconds: MAX_SECONDS[id] ?? null,
  };
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
