import type { GameFacts } from "./game-facts.ts";
import { activeWeapons, type EffectContext, type LoadoutEffect } from "./loadout-effects.ts";
import type { MechanicKind, NotModelled, NotModelledReason } from "./mechanics.ts";
import { apiKey } from "./mechanics-index.ts";

/** Something of a loadout that changes a number and is not, or not wholly, part of the calculation. */
export interface LoadoutGap {
  readonly kind: MechanicKind;
  readonly name: string;
  /** Absent for a part of something modelled, and for known limits of a specialization. */
  readonly reason?: NotModelledReason | undefined;
  /** The part that is missing, or the limit. */
  readonly detail?: string | undefined;
}

/** What of the chosen traits and worn items is not modelled, and the known limits of the specializations. */
export function gapsOfLoadout(
  context: EffectContext,
  effects: readonly LoadoutEffect[],
  facts: GameFacts,
  notModelled: readonly NotModelled[],
): readonly LoadoutGap[] {
  const reasons = new Map(notModelled.map((gap) => [apiKey(gap.kind, gap.gw2id), gap]));
  const missing = chosenThings(context, facts).flatMap(([kind, id]) => {
    const gap = reasons.get(apiKey(kind, id));
    return gap === undefined ? [] : [{ kind, name: gap.name, reason: gap.reason }];
  });
  return [...missing, ...incompleteRunes(context), ...partsOf(effects), ...limitsOf(context, facts)];
}

function chosenThings(
  context: EffectContext,
  facts: GameFacts,
): readonly (readonly [MechanicKind, number])[] {
  const { loadout, chosen } = context;
  const minors = chosen.specializations.flatMap((id) => facts.specializations.get(id)?.minorTraits ?? []);
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
  return [
    ...[...minors, ...chosen.traits].map((id) => ["trait", id] as const),
    ...worn.flatMap(([kind, id]) => (id === null ? [] : [[kind, id] as const])),
  ];
}

function incompleteRunes({ loadout }: EffectContext): readonly LoadoutGap[] {
  const { runes } = loadout.equipment;
  const worn = Array.isArray(runes) ? runes.filter((id) => id !== null) : [];
  return worn.length === 0 ? [] : [{ kind: "rune", name: "Runes of several kinds", reason: "incompleteSet" }];
}

function partsOf(effects: readonly LoadoutEffect[]): readonly LoadoutGap[] {
  const acting = effects.filter(({ inactive }) => inactive === undefined);
  return acting.flatMap(({ entry }) =>
    (entry.unmodelledParts ?? []).map((detail) => ({ kind: entry.kind, name: entry.name, detail })),
  );
}

function limitsOf({ chosen, index, loadout }: EffectContext, facts: GameFacts): readonly LoadoutGap[] {
  const names = chosen.specializations.flatMap((id) => facts.specializations.get(id)?.name ?? []);
  return [...names, `${loadout.profession} skills`].flatMap((name) => {
    const detail = index.mechanics.limits[name];
    return detail === undefined ? [] : [{ kind: "trait" as const, name, detail }];
  });
}
