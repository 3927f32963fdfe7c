import type { GameFacts, SpecializationFacts } from "../game-facts.ts";
import type { LoadoutLine, LoadoutShape } from "../loadout.ts";
import type { Note } from "./finding.ts";

const TIERS = ["adept", "master", "grandmaster"] as const;
/** Position of the line that an elite specialization may take. */
const ELITE_LINE = 2;

/** Specializations of the profession, none twice, elite ones in the third line, traits of their line and tier. */
export function judgeLines(loadout: LoadoutShape, facts: GameFacts, note: Note): void {
  const seen = new Set<number>();
  for (const [index, line] of loadout.specializations.entries()) {
    if (line === null) continue;
    const slot = `specializations[${index}]`;
    const specialization = facts.specializations.get(line.id);
    if (specialization === undefined) {
      note(
        "SPECIALIZATION_UNKNOWN",
        slot,
        `There is no specialization with the id ${line.id}.`,
        "Choose another one.",
      );
      continue;
    }
    judgeSpecialization(specialization, index, seen.has(line.id), slot, loadout, note);
    seen.add(line.id);
    judgeTraits(line, specialization, slot, facts, note);
  }
}

function judgeSpecialization(
  { name, profession, elite }: SpecializationFacts,
  index: number,
  isRepeated: boolean,
  slot: string,
  loadout: LoadoutShape,
  note: Note,
): void {
  if (profession !== loadout.profession) {
    note(
      "SPECIALIZATION_OF_OTHER_PROFESSION",
      slot,
      `${name} belongs to the ${profession}, not to the ${loadout.profession}.`,
      `Choose a specialization of the ${loadout.profession}.`,
    );
  }
  if (isRepeated) {
    note(
      "SPECIALIZATION_TWICE",
      slot,
      `${name} is chosen twice.`,
      "Choose another specialization for one of the lines.",
    );
  }
  if (elite && index !== ELITE_LINE) {
    note(
      "ELITE_OUTSIDE_THIRD_LINE",
      slot,
      `${name} is an elite specialization and can only be the third line.`,
      "Move it to the third line; there is room for one elite specialization.",
    );
  }
}

function judgeTraits(
  line: LoadoutLine,
  specialization: SpecializationFacts,
  lineSlot: string,
  facts: GameFacts,
  note: Note,
): void {
  for (const [tier, id] of line.traits.entries()) {
    if (id === null) continue;
    const slot = `${lineSlot}.traits[${tier}]`;
    const position = specialization.majorTraits.indexOf(id);
    const name = facts.traits.get(id)?.name;
    if (name === undefined) {
      note("TRAIT_UNKNOWN", slot, `There is no trait with the id ${id}.`, "Choose another one.");
    } else if (position === -1) {
      const message = specialization.minorTraits.includes(id)
        ? `${name} is a minor trait of ${specialization.name}; it is always active and cannot be chosen.`
        : `${name} is not a trait of ${specialization.name}.`;
      note(
        "TRAIT_OF_OTHER_LINE",
        slot,
        message,
        `Choose one of the ${TIERS[tier]} traits of ${specialization.name}.`,
      );
    } else if (Math.floor(position / 3) !== tier) {
      note(
        "TRAIT_OF_OTHER_TIER",
        slot,
        `${name} is a ${TIERS[Math.floor(position / 3)]} trait, not a ${TIERS[tier]} one.`,
        `Choose one of the ${TIERS[tier]} traits of ${specialization.name}.`,
      );
    }
  }
}
