/** What the engine has to know of the game's content to judge a loadout. The catalogue fits it. */
import type { Profession } from "#lib/shared/game.ts";

interface Lookup<Id, Value> {
  get(id: Id): Value | undefined;
}

export interface SpecializationFacts {
  readonly id: number;
  readonly name: string;
  readonly profession: Profession;
  readonly elite: boolean;
  readonly minorTraits: readonly number[];
  /** Three adept, three master, three grandmaster. */
  readonly majorTraits: readonly number[];
}

export interface TraitFacts {
  readonly id: number;
  readonly name: string;
  readonly specialization: number;
}

export interface SkillFacts {
  readonly id: number;
  readonly name: string;
  /** Heal, Utility, Elite and others; absent where not known. */
  readonly slot?: string | undefined;
  /** Empty for racial skills. */
  readonly professions: readonly Profession[];
  readonly specialization?: number | undefined;
  readonly flags?: readonly string[] | undefined;
}

export interface ProfessionWeaponFacts {
  readonly weapon: string;
  readonly hands: readonly ("main" | "off" | "two")[];
  readonly environments: readonly ("land" | "water")[];
  /** Elite specialization that brought it. */
  readonly specialization?: number | undefined;
}

export interface ProfessionFacts {
  /** `NoWeaponSwap` among them. */
  readonly flags: readonly string[];
  readonly weapons: readonly ProfessionWeaponFacts[];
}

export interface LegendFacts {
  /** Id of the official API, such as "Legend2". */
  readonly id: string;
  readonly code: number;
  readonly name?: string | undefined;
  readonly specialization?: number | undefined;
  readonly heal: number;
  readonly utilities: readonly number[];
  readonly elite: number;
}

export interface ItemFacts {
  readonly id: number;
  readonly name: string;
  readonly group: string;
  /** Infusion or Enrichment. */
  readonly infusionSlot?: string | undefined;
  /** Kinds of play in which it works, as the official API names them; absent where not known. */
  readonly gameTypes?: readonly string[] | undefined;
}

export interface GameFacts {
  readonly professions: Lookup<Profession, ProfessionFacts>;
  readonly specializations: Lookup<number, SpecializationFacts>;
  readonly traits: Lookup<number, TraitFacts>;
  readonly skills: Lookup<number, SkillFacts>;
  readonly pets: Lookup<number, { readonly name: string }>;
  /** By the code of build links. */
  readonly legends: Lookup<number, LegendFacts> & { readonly all: readonly LegendFacts[] };
  readonly items: Lookup<number, ItemFacts>;
}
