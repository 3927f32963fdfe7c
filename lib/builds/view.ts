import type { GameMode, Profession, Visibility } from "#lib/shared/game.ts";
import type { DetailsView } from "./details/details-view.ts";
import type { ReportView } from "./report-view.ts";

/**
 * What the build page shows, resolved to names. Plain data: made on the server from a loadout and the catalogue,
 * rendered without JavaScript, and given to the chat as facts.
 */
export interface BuildView {
  readonly profession: Profession;
  /** Elite specialization if there is one, else the profession. */
  readonly title: string;
  readonly mode: GameMode;
  readonly professionIcon: string | null;
  readonly specializations: readonly SpecializationView[];
  readonly skillBars: readonly SkillBarView[];
  readonly weaponSets: readonly WeaponSetView[];
  /** Whether the build link tells weapons (since June 2023); null where the build has no link as its source. */
  readonly linkListsWeapons: boolean | null;
  readonly companions: readonly CompanionView[];
  /** Null where the build states no equipment. */
  readonly equipment: EquipmentView | null;
  /** Skills that replace a weapon skill (Ranger hammer). */
  readonly skillVariants: readonly SkillView[];
  /** What the reader should know: unknown ids, foreign specializations, old link versions. */
  readonly warnings: readonly string[];
}

export interface SpecializationView {
  readonly id: number;
  readonly name: string;
  readonly elite: boolean;
  readonly icon: string | null;
  readonly background: string | null;
  /** Adept, master, grandmaster; each with its minor trait and its three major traits from top to bottom. */
  readonly tiers: readonly TierView[];
}

export interface TierView {
  readonly name: string;
  readonly minor: TraitView | null;
  readonly majors: readonly TraitView[];
  /** The chosen major trait; null where none is chosen. */
  readonly chosen: TraitView | null;
}

export interface TraitView {
  readonly id: number;
  readonly name: string;
  readonly icon: string | null;
  readonly chosen: boolean;
  readonly facts: readonly FactLine[];
}

export interface SkillView {
  readonly id: number;
  readonly name: string;
  readonly icon: string | null;
  /** What the slot is called in the game, for instance `Heal` or `Weapon 3`. */
  readonly slot: string;
  readonly rechargeSeconds: number | null;
  readonly facts: readonly FactLine[];
  /** Bundle or chain skills reached from here, by name. */
  readonly note: string | null;
}

export interface SkillBarView {
  readonly name: string;
  /** Null in place of an empty slot. */
  readonly skills: readonly (SkillView | EmptySlotView)[];
}

export interface EmptySlotView {
  readonly id: null;
  readonly slot: string;
  /** `Empty`, or what is known of a slot whose skill is not in the catalogue. */
  readonly name: string;
}

export interface WeaponSetView {
  /** `Weapon set 1`, `Weapon set 2`, `Under water 1` … */
  readonly name: string;
  /** For instance `Sword / Focus` or `Greatsword`. */
  readonly weapons: string;
  /** One bar; four for an elementalist (one for each attunement). */
  readonly bars: readonly SkillBarView[];
}

export interface EquipmentView {
  /** Weapons, armor, trinkets; only those with something in them. */
  readonly groups: readonly { readonly name: string; readonly pieces: readonly EquipmentPieceView[] }[];
  /** Rune, relic, food, utility item, jade bot core. */
  readonly extras: readonly EquipmentItemView[];
}

export interface EquipmentPieceView {
  /** For instance `Helm`, `Greatsword, set 1`, or `All six pieces` where they are alike. */
  readonly slot: string;
  readonly statSet: string | null;
  readonly rarity: string;
  /** Sigils and infusions by name. */
  readonly items: readonly string[];
}

export interface EquipmentItemView {
  /** For instance `Relic`. */
  readonly label: string;
  readonly name: string;
  readonly icon: string | null;
}

export interface CompanionView {
  /** `Pets` or `Legends`, with `under water` for the aquatic ones. */
  readonly group: string;
  readonly name: string;
  readonly icon: string | null;
  /** For instance `Active` and `Inactive` for a revenant's legends. */
  readonly note: string | null;
  readonly skills: readonly SkillView[];
}

/** One figure of a skill or trait, as on its tooltip in the game. */
export interface FactLine {
  readonly label: string;
  readonly value: string;
  readonly tone: "plain" | "damage" | "boon" | "condition" | "combo" | "control";
}

/** A saved build as its page needs it. */
export interface BuildPage {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly visibility: Visibility;
  readonly ownerName: string | null;
  readonly isOwner: boolean;
  readonly chatLink: string;
  readonly example: ExampleOrigin | null;
  /** What it refers to that is not in the game data any more, by name. */
  readonly missing: readonly string[];
  /** What it refers to that the game data says otherwise of than when it was saved, by name. */
  readonly changed: readonly string[];
  /** Since when a moderator has hidden it from others, and why; null for all others. */
  readonly hidden: { readonly at: Date; readonly note: string } | null;
  /** Visitors, each counted once a day. */
  readonly viewCount: number;
  /** Whose work it began as; null where it is no copy. `slug` where the original may be seen. */
  readonly forkedFrom: { readonly credit: string; readonly slug: string | null } | null;
  readonly rating: Rating;
  /** How often others copied it. */
  readonly forkCount: number;
  readonly updatedAt: Date;
  /** What its author says of it. */
  readonly details: DetailsView;
  /** Of the loadout in the mode shown. */
  readonly loadoutCode: string;
  readonly view: BuildView;
  readonly report: ReportView;
}

/** Where an example build comes from, and how old it is. */
export interface ExampleOrigin {
  readonly source: string;
  /** Day of the source's data. */
  readonly date: string;
  /** The source itself calls it outdated. */
  readonly outdated: boolean;
}

/** What others think of a build. */
export interface Rating {
  /** Bayesian average of 1 to 5 stars: as if five more people had given three. */
  readonly score: number;
  readonly count: number;
}

/** What the reader thinks of a build. */
export interface OwnOpinion {
  readonly stars: number | null;
  readonly isFavourite: boolean;
}

/** A build in a list. */
export interface BuildListItem {
  readonly slug: string;
  readonly name: string;
  readonly profession: Profession;
  /** Elite specialization if there is one, else the profession. */
  readonly title: string;
  readonly specializations: readonly string[];
  readonly mode: GameMode;
  /** In words, such as `Quickness Heal`. */
  readonly role: string | null;
  readonly visibility: Visibility;
  readonly exampleDate: string | null;
  /** Refers to what the game data no longer holds or says otherwise of than when it was saved, or is an example that its source itself calls outdated. */
  readonly isOutdated: boolean;
  readonly rating: Rating;
  /** A moderator has hidden it from others. */
  readonly isHidden: boolean;
  /** Visitors, each counted once a day. */
  readonly viewCount: number;
  readonly updatedAt: Date;
}

/** A build in the bin. */
export interface DeletedBuildItem extends BuildListItem {
  readonly deletedAt: Date;
}

/** One kept state of a build. */
export interface RevisionItem {
  readonly number: number;
  readonly note: string | null;
  /** Null where the account is gone. */
  readonly authorName: string | null;
  readonly createdAt: Date;
}

/** Two states of a build, and in what they differ. */
export interface RevisionComparison {
  readonly from: number;
  readonly to: number;
  readonly differences: readonly LoadoutDifference[];
}

/** One thing that two loadouts have otherwise; null where one of them has nothing there. */
export interface LoadoutDifference {
  /** For instance `Heal skill` or `Virtues, master trait`. */
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** All states of a build, newest first, and two of them compared where the reader asked for it. */
export interface BuildHistory {
  readonly slug: string;
  readonly name: string;
  readonly current: number;
  readonly revisions: readonly RevisionItem[];
  readonly comparison: RevisionComparison | null;
}
