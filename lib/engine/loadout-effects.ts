/** Which effects act in a loadout, with which amounts, and why others do not. */
import type { ChosenBuild } from "./free-build.ts";
import { isMet, traitEntries } from "./free-build.ts";
import type { GameFacts } from "./game-facts.ts";
import type { LoadoutShape, LoadoutWeaponSet } from "./loadout.ts";
import type { EntryUse, MechanicEntry, MechanicKind, Template, TemplateSetupFacts } from "./mechanics.ts";
import { apiKey, type MechanicsIndex } from "./mechanics-index.ts";
import { FOOD_LIFE_STEAL } from "./templates.ts";

/** Why an effect of something chosen does not act. */
export type InactiveReason =
  /** The player switched it off. */
  | "switchedOff"
  /** The loadout lacks what it takes (a weapon held, a trait, a legend). */
  | "requirementNotMet"
  /** An alternative or a temporary state that acts only if the player says so. */
  | "offByDefault"
  /** Nobody knows how often it happens; the player has to say. */
  | "amountNeeded"
  /** The template's measured rotation does without it. */
  | "notInTemplate";

export interface LoadoutEffect {
  readonly entry: MechanicEntry;
  /** The amount it acts with; undefined stands for the entry's default. */
  readonly amount?: number | undefined;
  /** Absent if it acts. */
  readonly inactive?: InactiveReason | undefined;
}

export interface EffectContext {
  readonly loadout: LoadoutShape;
  readonly chosen: ChosenBuild;
  readonly index: MechanicsIndex;
  readonly template?: Template | undefined;
}

/** The set of weapons on land that is drawn: the first one, or the second where only that is there. */
export function activeWeapons({ weapons: { a, b } }: LoadoutShape): LoadoutWeaponSet {
  return a.main === null && a.off === null ? b : a;
}

/** What of a loadout decides on effects. Minor traits come with their specialization. */
export function chosenOf(loadout: LoadoutShape, facts: GameFacts): ChosenBuild {
  const lines = loadout.specializations.filter((line) => line !== null);
  const { a, b } = loadout.weapons;
  const legends = loadout.legends?.terrestrial.flatMap((code) =>
    code === null ? [] : (facts.legends.get(code)?.id ?? []),
  );
  return {
    specializations: lines.map(({ id }) => id),
    traits: lines.flatMap(({ traits }) => traits.filter((id) => id !== null)),
    weapons: [a.main, a.off, b.main, b.off].flatMap((weapon) => (weapon === null ? [] : [weapon.type])),
    legends: legends ?? [],
  };
}

/**
 * The effects of everything chosen, in the order of application: skills, traits, rune, relic, sigils, food, utility item,
 * what those also apply, and what the player adds by amount. A template decides on the traits and skills it was measured
 * with; otherwise passive skill effects and the trait parts that are on by default act.
 */
export function effectsOfLoadout(context: EffectContext): readonly LoadoutEffect[] {
  const skills = skillEffects(context);
  const traits = traitEntries(context.chosen, context.index).map((entry) => decideTrait(entry, context));
  const items = itemEntries(context).map((entry) => decideItem(entry, context));
  const also = items.flatMap(({ entry, inactive }) =>
    inactive === undefined ? alsoApplied(entry, context) : [],
  );
  const known = [...skills, ...traits, ...items, ...also];
  return [...known, ...addedByAmount(known, context)];
}

function playerAmount(entry: MechanicEntry, { loadout }: EffectContext): number | undefined {
  return loadout.assumptions.effects[entry.id];
}

/** What the player says about an entry, if anything. */
function saidByPlayer(entry: MechanicEntry, context: EffectContext): LoadoutEffect | undefined {
  const amount = playerAmount(entry, context);
  if (amount === undefined) return undefined;
  return amount === 0 ? { entry, inactive: "switchedOff" } : { entry, amount };
}

function needsAmount({ amount }: MechanicEntry): boolean {
  return amount?.required === true && amount.default === 0;
}

function templateUse(entry: MechanicEntry, { template }: EffectContext): EntryUse | undefined {
  return [...(template?.traitUses ?? []), ...(template?.skillUses ?? [])].find(({ ref }) => ref === entry.id);
}

/** Whether the template was measured with the trait an entry belongs to. */
function isTraitOfTemplate({ specialization, minor, gw2id }: MechanicEntry, template: Template): boolean {
  const line = template.lines.find(({ id }) => id === specialization?.id);
  return line !== undefined && (minor === true || (gw2id !== undefined && line.traits.includes(gw2id)));
}

function decideTrait(entry: MechanicEntry, context: EffectContext): LoadoutEffect {
  const said = saidByPlayer(entry, context);
  if (said !== undefined) return said;
  const use = templateUse(entry, context);
  if (use !== undefined) return { entry, amount: use.amount };
  if (!isMet(entry.requires, context.chosen, context.index)) return { entry, inactive: "requirementNotMet" };
  if (context.template !== undefined && isTraitOfTemplate(entry, context.template)) {
    return { entry, inactive: "notInTemplate" };
  }
  if (entry.defaultOn === false && entry.requires === undefined) return { entry, inactive: "offByDefault" };
  if (needsAmount(entry)) return { entry, inactive: "amountNeeded" };
  return { entry, amount: weaponAmount(entry, context) };
}

/** A weapon in the only set, or in both, is held all the time. */
function weaponAmount({ requires, amount }: MechanicEntry, { loadout }: EffectContext): number | undefined {
  if (requires?.weapons === undefined || amount?.unit !== "percent") return undefined;
  const sets = [loadout.weapons.a, loadout.weapons.b].filter(
    ({ main, off }) => main !== null || off !== null,
  );
  const holding = sets.filter(({ main, off }) =>
    [main, off].some((weapon) => weapon !== null && requires.weapons?.includes(weapon.type)),
  );
  return sets.length === 0 ? undefined : (amount.per * holding.length) / sets.length;
}

function skillEffects(context: EffectContext): readonly LoadoutEffect[] {
  const { loadout, index, template } = context;
  const { heal, utility, elite } = loadout.skills.terrestrial;
  const slotted = [heal, ...utility, elite].flatMap((id) =>
    id === null ? [] : (index.byApiId.get(apiKey("skill", id)) ?? []),
  );
  const measured = (template?.skillUses ?? []).flatMap(({ ref }) => index.byId.get(ref) ?? []);
  return [...new Set([...measured, ...slotted])].map((entry) => decideSkill(entry, context));
}

function decideSkill(entry: MechanicEntry, context: EffectContext): LoadoutEffect {
  const said = saidByPlayer(entry, context);
  if (said !== undefined) return said;
  const use = templateUse(entry, context);
  if (use !== undefined) return { entry, amount: use.amount };
  if (!isMet(entry.requires, context.chosen, context.index)) return { entry, inactive: "requirementNotMet" };
  if (context.template !== undefined) return { entry, inactive: "notInTemplate" };
  const isPassive = entry.heroPanel === "always" || entry.heroPanel === "idle";
  if (!isPassive) return { entry, inactive: "offByDefault" };
  return needsAmount(entry) ? { entry, inactive: "amountNeeded" } : { entry };
}

function itemEntries({ loadout, index }: EffectContext): readonly MechanicEntry[] {
  const { runes, relic, food, utility } = loadout.equipment;
  const { main, off } = activeWeapons(loadout);
  const sigils = [...(main?.sigils ?? []), ...(off?.sigils ?? [])];
  const worn: readonly (readonly [MechanicKind, number | null])[] = [
    ["rune", typeof runes === "number" ? runes : null],
    ["relic", relic],
    ...sigils.map((id) => ["sigil", id] as const),
    ["food", food],
    ["utility", utility],
  ];
  const entries = worn.flatMap(([kind, id]) =>
    id === null ? [] : (index.byApiId.get(apiKey(kind, id)) ?? []),
  );
  return withoutTwins(entries).filter(({ composite, placeholder }) => !composite && !placeholder);
}

/** The source lists some items in two of its groups, as two entries that say the same. */
function withoutTwins(entries: readonly MechanicEntry[]): readonly MechanicEntry[] {
  const said = new Map<string, MechanicEntry>();
  for (const entry of entries) {
    const { kind, gw2id, situation, amount, effects } = entry;
    const content = JSON.stringify([kind, gw2id, situation, amount, effects]);
    if (!said.has(content)) said.set(content, entry);
  }
  return [...said.values()];
}

function decideItem(entry: MechanicEntry, context: EffectContext): LoadoutEffect {
  const said = saidByPlayer(entry, context);
  if (said !== undefined) return said;
  if (entry.defaultOn === false) return { entry, inactive: "offByDefault" };
  const use = templateExtra(entry, context);
  if (use?.amount !== undefined) return { entry, amount: use.amount };
  return needsAmount(entry) ? { entry, inactive: "amountNeeded" } : { entry };
}

/** What the template was planned with: the setup the loadout names, else the first there is. */
function setupOf({ template, loadout }: EffectContext): TemplateSetupFacts | undefined {
  const setups = template?.setups;
  return setups?.[loadout.template?.setup ?? "any"] ?? setups?.any ?? setups?.raid;
}

/** The amount a template gives an item it was measured or planned with. */
function templateExtra(entry: MechanicEntry, context: EffectContext): EntryUse | undefined {
  return Object.values(setupOf(context)?.extras ?? {})
    .flat()
    .find(({ ref }) => ref === entry.id);
}

function alsoApplied(entry: MechanicEntry, context: EffectContext): readonly LoadoutEffect[] {
  return (entry.alsoApplies ?? []).flatMap((id) => {
    const other = context.index.byId.get(id);
    if (other === undefined) return [];
    const measured = id === FOOD_LIFE_STEAL ? setupOf(context)?.foodLifeStealPer10s : undefined;
    return [saidByPlayer(other, context) ?? { entry: other, amount: measured }];
  });
}

/** Entries the player gives an amount that belong to nothing chosen: summoned damage, agony resistance and the like. */
function addedByAmount(known: readonly LoadoutEffect[], context: EffectContext): readonly LoadoutEffect[] {
  const ids = new Set(known.map(({ entry }) => entry.id));
  return Object.entries(context.loadout.assumptions.effects).flatMap(([id, amount]) => {
    const entry = context.index.byId.get(id);
    return entry === undefined || ids.has(id) || amount === 0 ? [] : [{ entry, amount }];
  });
}
