import type { Specialization } from "#lib/catalog/schema.ts";
import type { SpecializationId, TraitId } from "#lib/shared/ids.ts";
import type { Loadout } from "../loadout.ts";
import { type Edit, labelled, THREE, type ThreeIndex, threeSwapped, threeWith } from "./edit.ts";
import type { EditorOptions } from "./options.ts";

/** The only line that takes an elite specialization. */
export const ELITE_LINE: ThreeIndex = 2;

/** Specializations that a line may hold: core ones in every line, elite ones in the third only. */
export function linesFor(options: EditorOptions, position: ThreeIndex): readonly Specialization[] {
  const all = options.catalog.specializationsOf(options.profession);
  return position === ELITE_LINE ? all : all.filter(({ elite }) => !elite);
}

/**
 * Puts a specialization into a line; an elite one goes into the third whatever line is named. One that another line holds
 * changes places with what was here, its traits with it; where that would bring an elite specialization out of the third
 * line, the elite one is taken out.
 */
export function chooseLine(
  loadout: Loadout,
  options: EditorOptions,
  wanted: ThreeIndex,
  id: SpecializationId | null,
): Edit {
  const { specializations: lines } = loadout;
  const nameOf = (line: { id: SpecializationId } | null) =>
    (line && options.catalog.specializations.get(line.id)?.name) ?? "unknown specialization";
  if (id === null) {
    return {
      label: `${nameOf(lines[wanted])} taken out`,
      loadout: withLines(loadout, threeWith(lines, wanted, null)),
    };
  }
  const record = options.catalog.specializations.get(id);
  const position = record?.elite ? ELITE_LINE : wanted;
  const label = `Line ${position + 1}: ${record?.name ?? "unknown specialization"}`;
  const from = THREE.find((index) => lines[index]?.id === id);
  const displaced = lines[position];
  if (from === undefined) {
    const next = threeWith(lines, position, { id, traits: [null, null, null] });
    return {
      label: labelled(label, displaced ? [nameOf(displaced)] : []),
      loadout: withLines(loadout, next),
    };
  }
  if (from === position) return { label, loadout };
  const swapped = threeSwapped(lines, from, position);
  const mustGo = displaced !== null && isElite(displaced.id, options) && from !== ELITE_LINE;
  return mustGo
    ? {
        label: labelled(label, [nameOf(displaced)]),
        loadout: withLines(loadout, threeWith(swapped, from, null)),
      }
    : { label, loadout: withLines(loadout, swapped) };
}

/** Exchanges two lines with their traits; an elite specialization stays where it is. */
export function swapLines(
  loadout: Loadout,
  options: EditorOptions,
  first: ThreeIndex,
  second: ThreeIndex,
): Edit {
  const { specializations: lines } = loadout;
  const elite = [first, second].find((index) => isElite(lines[index]?.id, options));
  if (elite !== undefined) return { label: "An elite specialization stays in the third line", loadout };
  return {
    label: `Lines ${first + 1} and ${second + 1} exchanged`,
    loadout: withLines(loadout, threeSwapped(lines, first, second)),
  };
}

/** Chooses the major trait of a tier (0 adept, 1 master, 2 grandmaster); choosing the chosen one takes it out. */
export function chooseTrait(
  loadout: Loadout,
  options: EditorOptions,
  position: ThreeIndex,
  tier: ThreeIndex,
  id: TraitId,
): Edit {
  const line = loadout.specializations[position];
  const name = options.catalog.traits.get(id)?.name ?? "Unknown trait";
  if (line === null) return { label: name, loadout };
  const isChosen = line.traits[tier] === id;
  const traits = threeWith(line.traits, tier, isChosen ? null : id);
  return {
    label: isChosen ? `${name} taken out` : name,
    loadout: withLines(loadout, threeWith(loadout.specializations, position, { ...line, traits })),
  };
}

/** The elite specialization in the third line, if there is one. */
export function eliteLine(loadout: Loadout, options: EditorOptions): Specialization | undefined {
  const line = loadout.specializations[ELITE_LINE];
  const record = line ? options.catalog.specializations.get(line.id) : undefined;
  return record?.elite ? record : undefined;
}

function isElite(id: SpecializationId | undefined, { catalog }: EditorOptions): boolean {
  return id !== undefined && (catalog.specializations.get(id)?.elite ?? false);
}

function withLines(loadout: Loadout, specializations: Loadout["specializations"]): Loadout {
  return { ...loadout, specializations };
}
