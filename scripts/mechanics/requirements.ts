import type { Requirement } from "#lib/engine/mechanics.ts";

/** Traits and specializations by their id in the official API. */
const TRAIT = {
  perfectInscriptions: 579,
  mechCoreJDrive: 2298,
  vitalPersistence: 861,
  alchemicVigor: 2186,
  sharpenedEdges: 1069,
} as const;

const SPECIALIZATION = {
  virtuoso: 66,
  corruption: 14,
  retribution: 9,
  devastation: 15,
  salvation: 12,
} as const;

const LEGEND = {
  assassin: "Legend2",
  dwarf: "Legend3",
  demon: "Legend4",
  centaur: "Legend6",
  entity: "Legend8",
} as const;

const ONE_HANDED = ["Axe", "Dagger", "Mace", "Pistol", "Scepter", "Sword"] as const;

/**
 * Reviewed by hand: what the source says in words about when a part acts, as conditions a loadout can be tested
 * against. An entry that is off by default acts as soon as its requirement is met, so the requirement has to say all
 * that it takes; situations that only play decides (health thresholds, stacks, being merged with a pet) have none.
 */
export const REQUIREMENTS: Readonly<Record<string, Requirement>> = {
  "skill:engineer:barrier-signet": { withoutTraits: [TRAIT.mechCoreJDrive] },
  "skill:engineer:barrier-signet-traited": { traits: [TRAIT.mechCoreJDrive] },
  "skill:engineer:force-signet": { withoutTraits: [TRAIT.mechCoreJDrive] },
  "skill:engineer:force-signet-traited": { traits: [TRAIT.mechCoreJDrive] },
  "skill:engineer:superconducting-signet": { withoutTraits: [TRAIT.mechCoreJDrive] },
  "skill:engineer:superconducting-signet-traited": { traits: [TRAIT.mechCoreJDrive] },
  "skill:guardian:bane-signet": { withoutTraits: [TRAIT.perfectInscriptions] },
  "skill:guardian:bane-signet-2": { traits: [TRAIT.perfectInscriptions] },
  "skill:guardian:signet-of-judgement": { withoutTraits: [TRAIT.perfectInscriptions] },
  "skill:guardian:signet-of-judgement-2": { traits: [TRAIT.perfectInscriptions] },
  "skill:guardian:signet-of-mercy": { withoutTraits: [TRAIT.perfectInscriptions] },
  "skill:guardian:signet-of-mercy-2": { traits: [TRAIT.perfectInscriptions] },
  "skill:guardian:signet-of-wrath": { withoutTraits: [TRAIT.perfectInscriptions] },
  "skill:guardian:signet-of-wrath-2": { traits: [TRAIT.perfectInscriptions] },
  "skill:ranger:one-wolf-pack-sic-em": { withoutTraits: [TRAIT.sharpenedEdges] },
  "skill:ranger:one-wolf-pack-no-sic-em": { withoutTraits: [TRAIT.sharpenedEdges] },
  "skill:ranger:one-wolf-pack-sic-em-sharpened": { traits: [TRAIT.sharpenedEdges] },
  "skill:ranger:one-wolf-pack-no-sic-em-sharpened": { traits: [TRAIT.sharpenedEdges] },
  "skill:revenant:cosmic-wisdom-assassin": { legends: [LEGEND.assassin] },
  "skill:revenant:cosmic-wisdom-centaur": { legends: [LEGEND.centaur] },
  "skill:revenant:cosmic-wisdom-demon": { legends: [LEGEND.demon] },
  "skill:revenant:cosmic-wisdom-dwarf": { legends: [LEGEND.dwarf] },
  "skill:revenant:cosmic-wisdom-entity": { legends: [LEGEND.entity] },
  "trait:guardian:zealous-blade-gs": { weapons: ["Greatsword"] },
  "trait:guardian:right-hand-strength-1h": { weapons: ONE_HANDED },
  "trait:guardian:stalwart-defender": { weapons: ["Shield"] },
  "trait:mesmer:phantasmal-fury": { withoutSpecializations: [SPECIALIZATION.virtuoso] },
  "trait:mesmer:phantasmal-fury-virtuoso": { specializations: [SPECIALIZATION.virtuoso] },
  "trait:necromancer:implacable-foe-alchemic-vigor": { traits: [TRAIT.alchemicVigor] },
  "trait:necromancer:implacable-foe-vital-persistence": { traits: [TRAIT.vitalPersistence] },
  "trait:necromancer:twisted-medicine-alchemic-vigor": { traits: [TRAIT.alchemicVigor] },
  "trait:necromancer:twisted-medicine-vital-persistence": { traits: [TRAIT.vitalPersistence] },
  "trait:necromancer:dark-gunslinger-alchemic-vigor": { traits: [TRAIT.alchemicVigor] },
  "trait:necromancer:dark-gunslinger-vital-persistence": { traits: [TRAIT.vitalPersistence] },
  "trait:ranger:ambidexterity-2": { weapons: ["Torch", "Dagger"] },
  "trait:ranger:honed-axes-axe": { weapons: ["Axe"] },
  "trait:ranger:striders-strength-sword": { weapons: ["Sword"] },
  "trait:revenant:bolstered-bonds-assassin": { legends: [LEGEND.assassin] },
  "trait:revenant:bolstered-bonds-centaur": { legends: [LEGEND.centaur] },
  "trait:revenant:bolstered-bonds-demon": { legends: [LEGEND.demon] },
  "trait:revenant:bolstered-bonds-dwarf": { legends: [LEGEND.dwarf] },
  "trait:revenant:bolstered-bonds-entity": { legends: [LEGEND.entity] },
  "trait:revenant:numinous-gift-yearning-empowerment": { specializations: [SPECIALIZATION.corruption] },
  "trait:revenant:numinous-gift-determined-resolution": { specializations: [SPECIALIZATION.retribution] },
  "trait:revenant:numinous-gift-targeted-destruction": { specializations: [SPECIALIZATION.devastation] },
  "trait:revenant:numinous-gift-serene-rejuvenation": { specializations: [SPECIALIZATION.salvation] },
  "trait:thief:dagger-training-dagger": { weapons: ["Dagger"] },
  "trait:thief:second-opinion-scepter": { weapons: ["Scepter"] },
  "trait:thief:staff-master-staff": { weapons: ["Staff"] },
  "trait:warrior:axe-mastery-axe": { weapons: ["Axe"] },
  "trait:warrior:blade-master-2": { weapons: ["Sword"] },
  "trait:warrior:forceful-greatsword-2": { weapons: ["Greatsword", "Spear"] },
  "trait:warrior:sun-and-moon-style": { weapons: ["Dagger"] },
};

/** Alternatives of an item that do not act unless a player asks for them; the plain one stands beside them. */
export const NOT_BY_DEFAULT: ReadonlySet<string> = new Set([
  "food:dragons-revelry-starcake-bugged",
  "relic:bloodstone-relic-prenerf",
  "relic:bloodstone-relic-prenerf-2",
  "relic:cerus-relic-10",
  "rune:rebirth-2",
  "rune:surging-and-ruby-orb",
  "sigil:hydromancy-bonus",
  "sigil:impact-night-slaying-both",
  "sigil:mischief-ineptitude",
]);

/** Items that an entry stands for under another name than its own. */
export const FURTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  "sigil:impact-night-slaying-both": ["Superior Sigil of the Night"],
  "sigil:impact-night-slaying-only-3": ["Superior Sigil of the Night"],
};
