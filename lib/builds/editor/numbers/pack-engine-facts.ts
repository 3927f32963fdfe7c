import type { Profession } from "#lib/shared/game.ts";
import type { ReportData } from "../../report-data.ts";
import type { EngineFacts } from "./engine-facts.ts";

/**
 * The engine's facts for every loadout of a profession: all that is not of another profession, in the order of the data,
 * which is the order of application. Pure.
 */
export function packEngineFacts(profession: Profession, data: ReportData): EngineFacts {
  const { index, templates, notModelled, sources } = data;
  const isUsable = (fact: { readonly profession?: Profession | undefined }) =>
    fact.profession === undefined || fact.profession === profession;
  return {
    entries: index.mechanics.entries.filter(isUsable),
    limits: index.mechanics.limits,
    templates: templates.filter((template) => template.profession === profession),
    notModelled: notModelled.filter(isUsable),
    dataDate: sources.gameData,
  };
}
