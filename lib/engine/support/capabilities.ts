import { factsOfKind, secondsOf } from "./facts.ts";
import type {
  CapabilityEntry,
  ComboFieldEntry,
  ComboFinisherEntry,
  ProjectileDefenceEntry,
  ReviveEntry,
} from "./output.ts";
import { entryOf, type SourceUse } from "./source-use.ts";

export function stunBreaks(uses: readonly SourceUse[]): CapabilityEntry[] {
  return uses.flatMap((use) =>
    factsOfKind(use.source.facts, "stunBreak")
      .slice(0, 1)
      .map((fact) => entryOf(use, fact)),
  );
}

/** Magnetic Aura reflects projectiles. Guild Wars 2 Wiki "Magnetic Aura", 2026. */
const REFLECTING_AURA = "Magnetic Aura";

/** From the lines that say so and from Magnetic Aura. Skills that stop projectiles without such a line are not found. */
export function projectileDefence(uses: readonly SourceUse[]): ProjectileDefenceEntry[] {
  return uses.flatMap((use) =>
    use.source.facts.flatMap((fact): ProjectileDefenceEntry[] => {
      if ((fact.kind === "buff" || fact.kind === "prefixedBuff") && fact.status === REFLECTING_AURA) {
        return [{ ...entryOf(use, fact), what: "reflects", seconds: fact.seconds ?? null }];
      }
      const what = fact.kind === "flag" ? projectileDefenceKind(fact.label) : null;
      if (!what) return [];
      const seconds = secondsOf(
        use.source.facts,
        "Reflection Duration",
        "Reflective Shield Duration",
        "Missile Block Duration",
        "Shield Duration",
        "Block Duration",
        "Duration",
      );
      return [{ ...entryOf(use, fact), what, seconds: seconds ?? null }];
    }),
  );
}

function projectileDefenceKind(label: string | undefined): ProjectileDefenceEntry["what"] | null {
  if (!label) return null;
  if (/^reflects?( missiles| projectiles)?$/i.test(label)) return "reflects";
  if (/^blocks? (missiles|projectiles)$/i.test(label)) return "blocks";
  if (/^destroys? (missiles|projectiles)$/i.test(label)) return "destroys";
  return /^absorbs? (missiles|projectiles)$/i.test(label) ? "absorbs" : null;
}

export function reviveEntries(uses: readonly SourceUse[]): ReviveEntry[] {
  return uses.flatMap((use) =>
    use.source.facts.flatMap((fact): ReviveEntry[] => {
      if (fact.kind !== "number" && fact.kind !== "percent") return [];
      if (!fact.label || !/^(revive|revival)( |$)/i.test(fact.label) || fact.alternative) return [];
      return fact.kind === "number"
        ? [{ ...entryOf(use, fact), label: fact.label, value: fact.value, unit: "targets" }]
        : [{ ...entryOf(use, fact), label: fact.label, value: fact.percent, unit: "percent" }];
    }),
  );
}

/** Fields with their duration where a line states one. */
export function comboFields(uses: readonly SourceUse[]): ComboFieldEntry[] {
  return uses.flatMap((use) =>
    factsOfKind(use.source.facts, "comboField").map((fact) => ({
      ...entryOf(use, fact),
      field: fact.field,
      seconds: fieldSeconds(use),
    })),
  );
}

function fieldSeconds({ source }: SourceUse): number | null {
  const stated = factsOfKind(source.facts, "time").filter((fact) => !fact.alternative);
  const ofField = stated.find((fact) =>
    /^(combo )?field duration$|^symbol duration$/i.test(fact.label ?? ""),
  );
  const named = stated.find((fact) =>
    /^(ring|wall|fire wall|ring of fire|storm|curtain|smoke screen|poison cloud|puddle|mud) duration$/i.test(
      fact.label ?? "",
    ),
  );
  return (ofField ?? named)?.seconds ?? secondsOf(source.facts, "Duration") ?? null;
}

/** Finishers with the chance of each hit; small projectiles combo at 20 %, others always. */
export function comboFinishers(uses: readonly SourceUse[]): ComboFinisherEntry[] {
  return uses.flatMap((use) =>
    factsOfKind(use.source.facts, "comboFinisher").map((fact) => ({
      ...entryOf(use, fact),
      finisher: fact.finisher,
      chance: fact.percent === undefined ? null : fact.percent / 100,
    })),
  );
}
