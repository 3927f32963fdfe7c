import type { GameFacts } from "../game-facts.ts";
import type { LoadoutShape } from "../loadout.ts";
import { type Note, withArticle } from "./finding.ts";

/** Pets of rangers, legends of revenants: known, none twice, legends of elite specializations only with them. */
export function judgeCompanions(loadout: LoadoutShape, facts: GameFacts, note: Note): void {
  if (loadout.pets !== null) judgePets(loadout, loadout.pets, facts, note);
  if (loadout.legends !== null) judgeLegends(loadout, loadout.legends, facts, note);
}

function judgePets(
  { profession }: LoadoutShape,
  pets: NonNullable<LoadoutShape["pets"]>,
  facts: GameFacts,
  note: Note,
): void {
  for (const environment of ["terrestrial", "aquatic"] as const) {
    const seen = new Set<number>();
    for (const [index, id] of pets[environment].entries()) {
      if (id === null) continue;
      const slot = `pets.${environment}[${index}]`;
      const name = facts.pets.get(id)?.name;
      if (profession !== "Ranger") {
        note("PETS_WITHOUT_RANGER", slot, `${withArticle(profession)} has no pets.`, "Take the pet out.");
      } else if (name === undefined) {
        note("PET_UNKNOWN", slot, `There is no pet with the id ${id}.`, "Choose another one.");
      } else if (seen.has(id)) {
        note("PET_TWICE", slot, `${name} is chosen twice.`, "Choose two different pets.");
      }
      seen.add(id);
    }
  }
}

function judgeLegends(
  { profession, specializations }: LoadoutShape,
  legends: NonNullable<LoadoutShape["legends"]>,
  facts: GameFacts,
  note: Note,
): void {
  for (const environment of ["terrestrial", "aquatic"] as const) {
    const seen = new Set<number>();
    for (const [index, code] of legends[environment].entries()) {
      if (code === null) continue;
      const slot = `legends.${environment}[${index}]`;
      const legend = facts.legends.get(code);
      const name = legend?.name ?? `the legend ${code}`;
      if (profession !== "Revenant") {
        note(
          "LEGENDS_WITHOUT_REVENANT",
          slot,
          `${withArticle(profession)} invokes no legends.`,
          "Take the legend out.",
        );
      } else if (legend === undefined) {
        note("LEGEND_UNKNOWN", slot, `There is no legend with the code ${code}.`, "Choose another one.");
      } else if (seen.has(code)) {
        note("LEGEND_TWICE", slot, `${name} is chosen twice.`, "Choose two different legends.");
      }
      seen.add(code);
      const needed = legend?.specialization;
      if (needed === undefined || specializations.some((line) => line?.id === needed)) continue;
      const line = facts.specializations.get(needed)?.name ?? "an elite specialization";
      note(
        "LEGEND_NEEDS_SPECIALIZATION",
        slot,
        `${name} needs ${line}.`,
        `Choose ${line} as the third line, or another legend.`,
      );
    }
  }
}
