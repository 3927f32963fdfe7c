import type { EffectIcons, Fact } from "./schema.ts";

/** Icon reference of a fact: its effect's, its label's or its kind's; undefined when none is known. */
export function factIcon(icons: EffectIcons, fact: Fact): string | undefined {
  if (fact.kind === "buff" || fact.kind === "prefixedBuff") return icons.statuses[fact.status];
  const byLabel = fact.label === undefined ? undefined : icons.labels[fact.label];
  if (byLabel) return byLabel;
  if (fact.kind === "control") return icons.kinds[fact.control];
  return icons.kinds[fact.kind === "comboField" ? fact.field : fact.kind];
}
