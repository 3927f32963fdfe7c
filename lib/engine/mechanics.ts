/**
 * The shape of the game facts the engine calculates with. The engine declares it; `lib/catalog/mechanics` reads and
 * validates `data/mechanics` into it. Percentages stand here as in the game's tooltips (25 means 25 %).
 */
import type { GameMode, Profession } from "#lib/shared/game.ts";
import type {
  DamageMultiplier,
  EffectAttribute,
  GearAttribute,
  IncomingDamage,
  Rule,
} from "./attribute-ids.ts";

/** Modes with figures. There is no public source for the numbers of PvP, so PvP is refused, never guessed. */
export const CALCULATED_MODES = ["pve", "wvw"] as const;

export type CalculatedMode = Extract<GameMode, (typeof CALCULATED_MODES)[number]>;

export const MECHANIC_KINDS = [
  "trait",
  "skill",
  "rune",
  "sigil",
  "relic",
  "food",
  "utility",
  "infusion",
  "jadeBot",
  "boon",
  "condition",
  "aura",
  "effect",
  "other",
] as const;

export type MechanicKind = (typeof MECHANIC_KINDS)[number];

export const AMOUNT_UNITS = ["count", "percent", "dps", "rate1s", "rate10s"] as const;

export const EFFECT_UNITS = [
  "points",
  "percent",
  "flag",
  "health",
  "damage",
  "damagePerPower",
  "weaponStrengthCoefficient",
  "stackSeconds",
] as const;

export type EffectUnit = (typeof EFFECT_UNITS)[number];

interface EffectBase {
  readonly value: number;
  readonly unit: EffectUnit;
  /** The source does not know how the effect stacks and falls back to this operation. */
  readonly assumed?: boolean | undefined;
}

/** One change to one number. `op` says how effects of the same target combine (docs/engine.md). */
export type Effect =
  | (EffectBase & {
      readonly op: "add" | "addPercent" | "addCoefficient" | "addLate";
      readonly target: EffectAttribute;
    })
  | (EffectBase & {
      readonly op: "convert" | "convertLate";
      readonly target: EffectAttribute;
      readonly from: EffectAttribute;
    })
  | (EffectBase & { readonly op: "multiplyHealth"; readonly target: "maxHealth" })
  | (EffectBase & {
      readonly op: "pool" | "multiply" | "targetPool";
      readonly target: DamageMultiplier | "damage.all";
    })
  | (EffectBase & { readonly op: "reduce" | "reducePool"; readonly target: IncomingDamage })
  | (EffectBase & { readonly op: "setRule"; readonly target: Rule })
  /** `chance` percent of the hits that are not critical lose `value` percent. */
  | (EffectBase & { readonly op: "glance"; readonly target: "damage.strike"; readonly chance: number })
  /** Health per second, plus `healingPowerCoefficient` times healing power. */
  | (EffectBase & {
      readonly op: "healPerSecond";
      readonly target: "regeneration.perSecond";
      readonly healingPowerCoefficient: number;
    });

export type EffectOp = Effect["op"];

/** An uptime that is calculated as separate states, because caps make averages wrong. */
export interface ScenarioSplit {
  /** Entries of one group share a factor and exclude each other by variant; null is a factor of its own. */
  readonly group: string | null;
  readonly variant?: string | undefined;
}

/** The adjustable quantity of an entry: effects scale with amount / per, not clamped. */
export interface Amount {
  readonly label: string;
  readonly unit: (typeof AMOUNT_UNITS)[number];
  readonly default: number;
  readonly per: number;
  /** The default of 0 means that the player has to say how much. */
  readonly required?: boolean | undefined;
  readonly splitScenario?: ScenarioSplit | undefined;
}

/** PvE holds in fractals too. In WvW `wvw`, where present (even empty), replaces `pve` as a whole. */
export interface EffectsByMode {
  readonly pve: readonly Effect[];
  readonly wvw?: readonly Effect[] | undefined;
}

/**
 * What the hero panel shows out of combat: `always` as it is, `idle` at full strength (signet passives, weapon
 * conditions), `never` (boons and other temporary bonuses). Absent: no effect that the panel could show.
 */
export const HERO_PANEL_RULES = ["always", "idle", "never"] as const;

export type HeroPanelRule = (typeof HERO_PANEL_RULES)[number];

/** What a loadout must hold for an entry to act. Every list is "any of"; all lists must be met. */
export interface Requirement {
  /** Trait ids of which one is chosen. */
  readonly traits?: readonly number[] | undefined;
  /** Trait ids of which none is chosen. */
  readonly withoutTraits?: readonly number[] | undefined;
  /** Specialization ids of which one is chosen. */
  readonly specializations?: readonly number[] | undefined;
  readonly withoutSpecializations?: readonly number[] | undefined;
  /** Weapon types (official API) of which one is held. */
  readonly weapons?: readonly string[] | undefined;
  /** Legend ids (official API) of which one is equipped. */
  readonly legends?: readonly string[] | undefined;
}

export interface MechanicEntry {
  /** `kind:slug`, for traits and skills `kind:profession:slug`. */
  readonly id: string;
  readonly kind: MechanicKind;
  readonly name: string;
  /** Further names of the same effect, for look-up by name. */
  readonly aliases?: readonly string[] | undefined;
  /** Situation in which the numbers hold; tells parts and alternatives of one thing apart. */
  readonly situation?: string | undefined;
  readonly profession?: Profession | undefined;
  readonly specialization?: { readonly id: number; readonly name: string } | undefined;
  /** Id of the trait, skill or item in the official API; entries that share it are parts or alternatives. */
  readonly gw2id?: number | undefined;
  readonly alsoIds?: readonly number[] | undefined;
  readonly group?: string | undefined;
  readonly minor?: boolean | undefined;
  readonly defaultOn?: boolean | undefined;
  readonly amount?: Amount | undefined;
  readonly effects: EffectsByMode;
  readonly heroPanel?: HeroPanelRule | undefined;
  readonly alsoApplies?: readonly string[] | undefined;
  readonly requires?: Requirement | undefined;
  /** A real effect without numbers. */
  readonly notModelled?: NotModelledReason | undefined;
  /** Labels of further effects of the same thing that are not modelled. */
  readonly unmodelledParts?: readonly string[] | undefined;
  /** A deliberately empty slot. */
  readonly placeholder?: boolean | undefined;
  /** Two sigils (one per weapon set) averaged for one particular build; takes one sigil slot. */
  readonly composite?: boolean | undefined;
  /** What it counts for against agony in the game; no effect of the calculation. */
  readonly agonyResistance?: number | undefined;
  readonly infusionVariants?:
    | readonly {
        readonly itemId: number;
        readonly agonyResistance: number;
        readonly origin?: string | undefined;
      }[]
    | undefined;
  /** Key into `Mechanics.sources`. */
  readonly source: string;
}

export interface MechanicSource {
  readonly title: string;
  /** Day of the state that was taken over, ISO. */
  readonly date: string;
  readonly address?: string | undefined;
}

/** Why an effect on a number is not part of the calculation, in words for players. */
export const NOT_MODELLED_REASONS = {
  noNumbers: "The sources name the effect but give no numbers.",
  supportOutput:
    "Boons, conditions, healing or barrier: part of the support output, not of attributes or damage.",
  inCoefficients: "Its damage is part of measured rotations only.",
  conditionalBonus: "A conditional bonus; no public source says how it adds up with others.",
  triggeredEffect: "A triggered effect; no public source measured how often it happens.",
  againstOneEnemy: "Works against one kind of enemy only.",
  otherActor: "Acts on pets, minions, illusions or the mech, which are not modelled.",
  incompleteSet: "Only the full bonus of six equal runes is calculated.",
  notCalculated: "Changes what is not calculated: incoming durations, hard control, the downed state.",
  skillBehaviour: "Changes recharge, range, duration or resources of skills.",
} as const;

export type NotModelledReason = keyof typeof NOT_MODELLED_REASONS;

/** Something with an effect on a number that has no entry, with the reason. */
export interface NotModelled {
  readonly kind: MechanicKind;
  readonly gw2id: number;
  readonly name: string;
  readonly profession?: Profession | undefined;
  readonly reason: NotModelledReason;
}

export interface Mechanics {
  readonly sources: Readonly<Record<string, MechanicSource>>;
  /** Known limits by specialization name or `<Profession> skills`. */
  readonly limits: Readonly<Record<string, string>>;
  readonly entries: readonly MechanicEntry[];
}

export const GEAR_SLOTS = [
  "helm",
  "shoulders",
  "coat",
  "gloves",
  "leggings",
  "boots",
  "amulet",
  "ring",
  "accessory",
  "back",
  "weapon1h",
  "weapon2h",
] as const;

/** A kind of equipment slot; a character has two rings and accessories, and one weapon2h or two weapon1h. */
export type GearSlot = (typeof GEAR_SLOTS)[number];

export const RARITIES = ["exotic", "ascended"] as const;

/** Legendary equipment has the points of ascended equipment. */
export type Rarity = (typeof RARITIES)[number];

export interface SlotPoints {
  readonly three: { readonly major: number; readonly minor: number };
  readonly four: { readonly major: number; readonly minor: number };
  /** `jewelEach` is the exotic jewel in the upgrade slot, which lacks two attributes. */
  readonly celestial: { readonly each: number; readonly jewelEach?: number | undefined };
  readonly mixedTrinket?:
    | {
        readonly major: number;
        readonly minor: number;
        readonly jewelMajor: number;
        readonly jewelMinor: number;
      }
    | undefined;
}

/** A combination of attributes; `name` is the stat set's name without "'s". */
export type StatCombination = { readonly name: string; readonly slots?: readonly GearSlot[] | undefined } & (
  | {
      readonly shape: "three" | "four";
      readonly major: readonly GearAttribute[];
      readonly minor: readonly GearAttribute[];
    }
  | {
      readonly shape: "celestial";
      readonly minor: readonly GearAttribute[];
      readonly exoticJewel: readonly GearAttribute[];
      readonly wvw: {
        readonly minor: readonly GearAttribute[];
        readonly exoticJewel: readonly GearAttribute[];
      };
    }
  | {
      readonly shape: "mixedTrinket";
      readonly major: readonly GearAttribute[];
      readonly minor: readonly GearAttribute[];
      readonly jewelMajor: readonly GearAttribute[];
      readonly jewelMinor: readonly GearAttribute[];
    }
);

export const ARMOR_WEIGHTS = ["heavy", "medium", "light"] as const;

export type ArmorWeight = (typeof ARMOR_WEIGHTS)[number];

/** Attribute points and base values at level 80. */
export interface GearTables {
  readonly points: Readonly<Record<Rarity, Readonly<Record<GearSlot, SlotPoints>>>>;
  readonly combinations: readonly StatCombination[];
  /** Defense of a full set of ascended armor, without shield. */
  readonly defense: Readonly<Record<ArmorWeight, number>>;
  readonly armorWeight: Readonly<Record<Profession, ArmorWeight>>;
  /** Health before vitality. */
  readonly baseHealth: Readonly<Record<Profession, number>>;
  readonly infusionSlots: Readonly<Record<GearSlot, number>>;
}

/**
 * Damage per second of a measured rotation before attributes: strike and strike2 (phantasms, shroud) are weapon
 * strength times skill coefficient; conditions are stacks times base duration in seconds.
 */
export interface Coefficients {
  readonly strike: number;
  readonly strike2: number;
  readonly bleeding: number;
  readonly burning: number;
  readonly confusion: number;
  readonly poison: number;
  readonly torment: number;
}

/** An entry by id with its amount; without one, the entry's default holds. */
export interface EntryUse {
  readonly ref: string;
  readonly amount?: number | undefined;
}

export const EXTRA_SLOTS = ["rune", "relic", "sigil1", "sigil2", "food", "utility"] as const;

export type ExtraSlot = (typeof EXTRA_SLOTS)[number];

export const TEMPLATE_SETUPS = ["any", "raid", "fractal"] as const;

export type TemplateSetup = (typeof TEMPLATE_SETUPS)[number];

export interface TemplateLine {
  readonly id: number;
  readonly name: string;
  /** Three major traits, 0 where none is chosen. */
  readonly traits: readonly number[];
}

/** A build with coefficients measured from combat logs. */
export interface Template {
  readonly id: string;
  readonly name: string;
  readonly profession: Profession;
  readonly specialization: string;
  readonly role: "dps" | "boonDps" | "heal";
  /** Meaningless for healers. */
  readonly damageType: "power" | "condition";
  readonly provides: readonly string[];
  /** The source itself calls it outdated. */
  readonly outdatedInSource: boolean;
  /** The source calls it an estimate. */
  readonly approximate?: boolean | undefined;
  /** Days of the combat logs behind the coefficients; absent if unknown. */
  readonly measuredOn?: readonly string[] | undefined;
  readonly weaponHands: "two-handed" | "dual";
  readonly coefficients: Coefficients;
  readonly lines: readonly TemplateLine[];
  readonly traitUses: readonly EntryUse[];
  readonly skillUses: readonly EntryUse[];
  /** Replaces traits and skills in fractals. */
  readonly fractal?:
    | {
        readonly lines: readonly TemplateLine[];
        readonly traitUses: readonly EntryUse[];
        readonly skillUses: readonly EntryUse[];
      }
    | undefined;
  readonly setups: Partial<Readonly<Record<TemplateSetup, TemplateSetupFacts>>>;
  readonly assumedBuffs: readonly string[];
}

export interface TemplateSetupFacts {
  readonly goal: {
    readonly affixes: readonly string[];
    readonly optimizeFor: string;
    readonly infusionStats: readonly GearAttribute[];
    /** Percent; 0 is no limit. */
    readonly minBoonDurationPercent: number;
    readonly minQuicknessDurationPercent: number;
  };
  /** Alternatives, at most one of each. */
  readonly extras: Readonly<Record<ExtraSlot, readonly EntryUse[]>>;
  /** Triggers of life steal from food per 10 seconds, where the source knows it. */
  readonly foodLifeStealPer10s?: number | undefined;
}
