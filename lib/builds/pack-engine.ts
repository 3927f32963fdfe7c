import type { SpecializationFacts } from "#lib/engine/game-facts.ts";
import type { MechanicEntry, MechanicKind } from "#lib/engine/mechanics.ts";
import type { EngineParcel } from "./engine-parcel.ts";
import type { Loadout } from "./loadout.ts";
import type { ReportData } from "./report-data.ts";
import { rotationInput } from "./rotation-input.ts";

/** Kinds of which only what the loadout has matters; of the others everything does. */
const CHOSEN_KINDS: readonly MechanicKind[] = ["trait", "skill", "rune", "sigil", "relic", "food", "utility"];

/** Packs a loadout. Pure. */
export function packEngine(loadout: Loadout, data: ReportData): EngineParcel {
  const { index, tables, facts, catalog } = data;
  const specializations = loadout.specializations.flatMap((line) => {
    const record = line && facts.specializations.get(line.id);
    return record ? [record] : [];
  });
  const templates = data.templates.filter(({ id }) => id === loadout.template?.id);
  const named = new Set([
    ...templates.flatMap(({ assumedBuffs }) => assumedBuffs),
    ...templates.flatMap(({ traitUses, skillUses }) => [...traitUses, ...skillUses].map(({ ref }) => ref)),
    ...Object.keys(loadout.assumptions.effects),
  ]);
  const ids = chosenIds(loadout, specializations);
  const isNeeded = (entry: MechanicEntry) =>
    !CHOSEN_KINDS.includes(entry.kind) || named.has(entry.id) || isOfLoadout(entry, specializations, ids);
  const chosen = index.mechanics.entries.filter(isNeeded);
  const also = new Set(chosen.flatMap(({ alsoApplies }) => alsoApplies ?? []));
  return {
    loadout,
    entries: index.mechanics.entries.filter((entry) => isNeeded(entry) || also.has(entry.id)),
    limits: index.mechanics.limits,
    tables,
    templates,
    notModelled: data.notModelled.filter(({ gw2id }) => ids.has(gw2id)),
    profession: facts.professions.get(loadout.profession) ?? null,
    specializations,
    legends: loadout.legends ? facts.legends.all : [],
    rotation: rotationInput(loadout, catalog),
  };
}

function chosenIds(loadout: Loadout, specializations: readonly SpecializationFacts[]): ReadonlySet<number> {
  const { runes, relic, food, utility } = loadout.equipment;
  const { heal, utility: utilities, elite } = loadout.skills.terrestrial;
  const weapons = Object.values(loadout.weapons).flatMap(({ main, off }) => [main, off]);
  const ids = [
    ...loadout.specializations.flatMap((line) => line?.traits ?? []),
    ...specializations.flatMap(({ minorTraits }) => minorTraits),
    heal,
    ...utilities,
    elite,
    ...(Array.isArray(runes) ? runes : [runes]),
    ...weapons.flatMap((weapon) => weapon?.sigils ?? []),
    relic,
    food,
    utility,
  ];
  return new Set(ids.filter((id) => id !== null));
}

function isOfLoadout(
  { kind, gw2id, alsoIds, specialization }: MechanicEntry,
  specializations: readonly SpecializationFacts[],
  ids: ReadonlySet<number>,
): boolean {
  if (kind === "trait") return specializations.some(({ id }) => id === specialization?.id);
  return [gw2id, ...(alsoIds ?? [])].some((id) => id !== undefined && ids.has(id));
}
