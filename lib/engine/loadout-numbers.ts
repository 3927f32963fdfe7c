/** Attributes, damage, survival and healing of a loadout, with what acts in it and what is not modelled. */
import { type AppliedSource, applyEntry, effectsInMode, scaleEffects } from "./applied-effects.ts";
import { BOONS } from "./attribute-ids.ts";
import { type BuildDamage, type CalculationInput, computeDamage } from "./build-damage.ts";
import { type DamageSource, damageSourceOf, withCoefficients } from "./damage-source.ts";
import { type Calculated, fail } from "./failures.ts";
import type { GameFacts } from "./game-facts.ts";
import { heroPanelAttributes, heroPanelSources } from "./hero-panel.ts";
import type { LoadoutShape } from "./loadout.ts";
import { chosenOf, type EffectContext, effectsOfLoadout, type LoadoutEffect } from "./loadout-effects.ts";
import { gearOfLoadout, infusionsOfLoadout } from "./loadout-equipment.ts";
import { gapsOfLoadout, type LoadoutGap } from "./loadout-gaps.ts";
import type { CalculatedMode, GearTables, NotModelled, Template } from "./mechanics.ts";
import type { MechanicsIndex } from "./mechanics-index.ts";
import type { RotationInput } from "./rotation/input.ts";
import type { CharacterBase, ScenarioAttributes } from "./scenario-attributes.ts";

/** Game facts the calculation of a loadout needs. */
export interface LoadoutData {
  readonly index: MechanicsIndex;
  readonly tables: GearTables;
  readonly facts: GameFacts;
  readonly templates: readonly Template[];
  readonly notModelled: readonly NotModelled[];
}

export interface LoadoutNumbers {
  /** What the hero panel shows out of combat. */
  readonly heroPanel: ScenarioAttributes;
  /** In combat, by scenario; how far its damage goes says `damageSource`. */
  readonly combat: BuildDamage;
  /** Where the coefficients behind the damage are from. */
  readonly damageSource: DamageSource;
  /** The input of `combat`, for marginal values and gear searches. */
  readonly input: CalculationInput;
  /** The template that the loadout names; null: none. */
  readonly template: Template | null;
  /** Everything chosen with an effect, whether it acts or not. */
  readonly effects: readonly LoadoutEffect[];
  readonly gaps: readonly LoadoutGap[];
}

const JADE_BOT = { base: "jadeBot:jade-bot-base", perTier: "jadeBot:jade-bot-per-tier" } as const;
const VULNERABILITY = "condition:vulnerability";

/**
 * Calculates a loadout. Damage is that of its template's rotation; without a template it is estimated from `rotation`, the
 * loadout's own skills, where that is given. Fails with MODE_WITHOUT_FIGURES for PvP, UNKNOWN_NAME for a template that does not exist or is of
 * another profession, NO_POINTS_FOR_SLOT for stat sets that a slot cannot have, and as `computeDamage` does.
 */
export function loadoutNumbers(
  loadout: LoadoutShape,
  data: LoadoutData,
  rotation?: RotationInput,
): Calculated<LoadoutNumbers> {
  const { mode } = loadout;
  if (mode === "pvp") {
    return fail(
      "MODE_WITHOUT_FIGURES",
      "mode",
      "No public source has the figures of PvP, so nothing is calculated there. Choose PvE or WvW.",
    );
  }
  const template = templateOf(loadout, data);
  if (!template.ok) return template;
  const base = baseOf(loadout, mode, data);
  if (!base.ok) return base;
  const context: EffectContext = {
    loadout,
    chosen: chosenOf(loadout, data.facts),
    index: data.index,
    template: template.value ?? undefined,
  };
  const effects = effectsOfLoadout(context);
  const jadeBot = mode === "pve" ? jadeBotOf(loadout, data.index) : [];
  const panel = heroPanelSources(
    [...jadeBot, ...effects.filter(({ inactive }) => inactive === undefined)],
    mode,
  );
  if (!panel.ok) return panel;
  const sources = combatSources(loadout, mode, template.value, [...jadeBot, ...effects], data.index);
  if (!sources.ok) return sources;
  const withoutSkills: CalculationInput = {
    profession: loadout.profession,
    mode,
    base: base.value,
    sources: sources.value,
    target: {
      armor: loadout.assumptions.enemyArmor,
      attacksPerSecond: loadout.assumptions.attacksPerSecond,
      movingFraction: loadout.assumptions.movingFraction,
    },
  };
  const damageSource = damageSourceOf(template.value, withoutSkills, rotation);
  if (!damageSource.ok) return damageSource;
  const input = withCoefficients(withoutSkills, damageSource.value);
  const combat = computeDamage(input);
  if (!combat.ok) return combat;
  return {
    ok: true,
    value: {
      heroPanel: heroPanelAttributes(base.value, panel.value),
      combat: combat.value,
      damageSource: damageSource.value,
      input,
      template: template.value,
      effects,
      gaps: gapsOfLoadout(context, effects, data.facts, data.notModelled),
    },
  };
}

function templateOf(
  { template, profession }: LoadoutShape,
  { templates }: LoadoutData,
): Calculated<Template | null> {
  if (template === null) return { ok: true, value: null };
  const found = templates.find(({ id }) => id === template.id);
  if (found === undefined) {
    return fail("UNKNOWN_NAME", "template.id", `There is no template with the id "${template.id}".`);
  }
  if (found.profession !== profession) {
    return fail(
      "UNKNOWN_NAME",
      "template.id",
      `${found.name} is a template of the ${found.profession}. Choose one of the ${profession}.`,
    );
  }
  return { ok: true, value: found };
}

function baseOf(
  loadout: LoadoutShape,
  mode: CalculatedMode,
  { tables, facts, index }: LoadoutData,
): Calculated<CharacterBase> {
  const gear = gearOfLoadout(loadout, mode, tables, facts);
  if (!gear.ok) return gear;
  return {
    ok: true,
    value: {
      baseHealth: tables.baseHealth[loadout.profession],
      defense: tables.defense[tables.armorWeight[loadout.profession]],
      gear: gear.value,
      infusions: infusionsOfLoadout(loadout, index),
      coefficients: {},
    },
  };
}

function jadeBotOf(
  { equipment: { jadeBotCore } }: LoadoutShape,
  { byId }: MechanicsIndex,
): readonly LoadoutEffect[] {
  if (jadeBotCore === null) return [];
  const base = byId.get(JADE_BOT.base);
  const perTier = byId.get(JADE_BOT.perTier);
  return [
    ...(base === undefined ? [] : [{ entry: base }]),
    ...(perTier === undefined ? [] : [{ entry: perTier, amount: jadeBotCore }]),
  ];
}

/** Boons and conditions first, then everything that acts, as in templates. */
function combatSources(
  loadout: LoadoutShape,
  mode: CalculatedMode,
  template: Template | null,
  effects: readonly LoadoutEffect[],
  index: MechanicsIndex,
): Calculated<readonly AppliedSource[]> {
  const sources: AppliedSource[] = [...boonSources(loadout, mode, template, index)];
  for (const { entry, amount } of assumedEntries(loadout, template, index)) {
    const applied = applyEntry(entry, mode, amount);
    if (!applied.ok) return applied;
    sources.push(applied.value);
  }
  for (const { entry, amount, inactive } of effects) {
    if (inactive !== undefined) continue;
    const applied = applyEntry(entry, mode, amount);
    if (!applied.ok) return applied;
    sources.push(applied.value);
  }
  return { ok: true, value: sources };
}

/**
 * Boons the player states, others as the template assumes. Might counts in stacks. A partial uptime of fury is a scenario
 * of its own, because the critical chance has a limit; other boons are averaged.
 */
function boonSources(
  { assumptions }: LoadoutShape,
  mode: CalculatedMode,
  template: Template | null,
  { byId }: MechanicsIndex,
): readonly AppliedSource[] {
  return BOONS.flatMap((boon) => {
    const entry = byId.get(`boon:${boon}`);
    const stated = assumptions.boons[boon];
    const assumed = template?.assumedBuffs.includes(`boon:${boon}`) ?? false;
    if (entry === undefined || (stated === undefined && !assumed) || stated === 0) return [];
    const effects = effectsInMode(entry, mode);
    const factor =
      entry.amount === undefined
        ? (stated ?? 100) / 100
        : (stated ?? entry.amount.default) / entry.amount.per;
    if (boon === "fury" && factor < 1) {
      return [
        {
          source: entry.id,
          effects: scaleEffects(effects, 1),
          split: { group: null, variant: "on", uptime: factor },
        },
      ];
    }
    return [{ source: entry.id, effects: scaleEffects(effects, factor) }];
  });
}

/** Vulnerability of the enemy, and what a template assumes besides boons and the jade bot. */
function assumedEntries(
  { assumptions }: LoadoutShape,
  template: Template | null,
  { byId }: MechanicsIndex,
): readonly LoadoutEffect[] {
  const stated = assumptions.targetConditions.vulnerability;
  const ids = (template?.assumedBuffs ?? []).filter(
    (id) => !/^(boon|jadeBot):/.test(id) && id !== VULNERABILITY,
  );
  const others = ids.flatMap((id) => {
    const entry = byId.get(id);
    return entry === undefined || assumptions.effects[id] !== undefined ? [] : [{ entry }];
  });
  const vulnerability = byId.get(VULNERABILITY);
  const isAssumed = template?.assumedBuffs.includes(VULNERABILITY) ?? false;
  if (vulnerability === undefined || (stated === undefined && !isAssumed)) return others;
  return [{ entry: vulnerability, amount: stated }, ...others];
}
