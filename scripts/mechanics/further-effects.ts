import type { MechanicEntry } from "#lib/engine/mechanics.ts";

/** Key of these entries' source in `Mechanics.sources`. */
export const REVIEWED_SOURCE = "reviewed";

/**
 * Traits that the curated source leaves out although their facts are a plain bonus that needs no event. Facts do not say
 * whether conversions see a bonus: it is taken as `addLate`, as with most traits, and marked `assumed`. None is part of
 * the hero panel, whose numbers are those of the curated source alone.
 */
export const FURTHER_EFFECTS: readonly MechanicEntry[] = [
  {
    id: "trait:engineer:adrenal-implant",
    kind: "trait",
    name: "Adrenal Implant",
    profession: "Engineer",
    specialization: { id: 21, name: "Tools" },
    gw2id: 523,
    defaultOn: true,
    effects: { pve: [{ op: "addPercent", target: "enduranceRegeneration", value: 25, unit: "percent" }] },
    source: REVIEWED_SOURCE,
  },
  {
    id: "trait:guardian:purity-of-body",
    kind: "trait",
    name: "Purity of Body",
    situation: "passive effect of the Virtue of Resolve",
    profession: "Guardian",
    specialization: { id: 49, name: "Honor" },
    gw2id: 1685,
    minor: true,
    defaultOn: true,
    amount: { label: "uptime", unit: "percent", default: 100, per: 100 },
    effects: { pve: [{ op: "addPercent", target: "enduranceRegeneration", value: 15, unit: "percent" }] },
    source: REVIEWED_SOURCE,
  },
  {
    id: "trait:thief:swindlers-equilibrium",
    kind: "trait",
    name: "Swindler's Equilibrium",
    situation: "base part without the conditional bonus",
    profession: "Thief",
    specialization: { id: 54, name: "Acrobatics" },
    gw2id: 1192,
    defaultOn: true,
    effects: { pve: [{ op: "addLate", target: "power", value: 120, unit: "points", assumed: true }] },
    heroPanel: "never",
    unmodelledParts: ["Bonus Power"],
    source: REVIEWED_SOURCE,
  },
];
