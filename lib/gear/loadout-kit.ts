import { buildReport } from "#lib/builds/build-report.ts";
import type { ReportData } from "#lib/builds/report-data.ts";
import type { Loadout } from "#lib/builds/schema.ts";
import type { AppliedSource } from "#lib/engine/applied-effects.ts";
import type { GearAttribute } from "#lib/engine/attribute-ids.ts";
import type { CalculationInput } from "#lib/engine/build-damage.ts";
import { type Calculated, fail } from "#lib/engine/failures.ts";
import { isTwoHanded } from "#lib/engine/legality/weapons.ts";
import { activeWeapons } from "#lib/engine/loadout-effects.ts";
import {
  EXTRA_SLOTS,
  type ExtraSlot,
  type MechanicEntry,
  type MechanicKind,
  type Template,
  type TemplateSetupFacts,
} from "#lib/engine/mechanics.ts";
import { apiKey, type MechanicsIndex } from "#lib/engine/mechanics-index.ts";
import { type AmountOf, extraOptions } from "./extra-options.ts";
import type { CurrentGear, GearKit, WornStat } from "./gear-kit.ts";
import { SEARCH_SLOTS, type SearchSlot, type WeaponHands } from "./gear-slots.ts";
import { amountsOf, namedExtras } from "./template-kit.ts";

/**
 * A build as it stands: everything its own figures count, less what it wears, which is what the search chooses. Valued
 * with the gear it wears now, it has the figures of its page (a test compares them). Fails where the build has none,
 * such as in PvP.
 */
export function kitOfLoadout(loadout: Loadout, name: string, data: ReportData): Calculated<GearKit> {
  const { mode } = loadout;
  if (mode === "pvp") {
    return fail(
      "MODE_WITHOUT_FIGURES",
      "mode",
      "No public source has the figures of PvP. Choose PvE or WvW.",
    );
  }
  const full = buildReport(loadout, data).numbers;
  if (!full.ok) return full;
  const worn = wornEntries(loadout, data.index);
  const bare = buildReport(withoutExtras(loadout, worn), data).numbers;
  if (!bare.ok) return bare;
  const { input } = full.value;
  const template = data.templates.find(({ id }) => id === loadout.template?.id);
  const setups = template?.setups;
  const setup = setups?.[loadout.template?.setup ?? "any"] ?? setups?.any ?? setups?.raid;
  const suggested = namedWith(worn, namedExtras(setup));
  const extras = extraOptions(suggested, amountsIn(loadout, setup), mode, data.index);
  if (!extras.ok) return extras;
  const [before, after] = aroundExtras(bare.value.input.sources, input.sources);
  const { tables } = data;
  return {
    ok: true,
    value: {
      profession: loadout.profession,
      mode,
      name,
      hands: handsOf(loadout, template, data),
      baseHealth: input.base.baseHealth,
      defense: input.base.defense,
      coefficients: input.base.coefficients,
      before,
      after,
      extras: extras.value,
      suggested,
      points: {
        points: tables.points,
        combinations: tables.combinations,
        infusionSlots: tables.infusionSlots,
      },
      target: input.target,
      current: currentGear(loadout, input, worn),
    },
  };
}

type WornEntries = Readonly<Record<ExtraSlot, MechanicEntry | null>>;

/** The first entry that acts of everything worn; the alternatives of an item are off unless the player says so. */
function wornEntries(loadout: Loadout, index: MechanicsIndex): WornEntries {
  const { runes, relic, food, utility } = loadout.equipment;
  const { main, off } = activeWeapons(loadout);
  const [sigil1, sigil2] = [...(main?.sigils ?? []), ...(off?.sigils ?? [])].filter((id) => id !== null);
  const entry = (kind: MechanicKind, id: number | null | undefined): MechanicEntry | null => {
    if (!id) return null;
    const entries = (index.byApiId.get(apiKey(kind, id)) ?? []).filter(
      ({ composite, placeholder }) => !composite && !placeholder,
    );
    const said = entries.find((each) => loadout.assumptions.effects[each.id]);
    return said ?? entries.find(({ defaultOn }) => defaultOn !== false) ?? null;
  };
  const second = entry("sigil", sigil2);
  return {
    rune: entry("rune", typeof runes === "number" ? runes : null),
    relic: entry("relic", relic),
    sigil1: entry("sigil", sigil1),
    // The same sigil twice acts once.
    sigil2: second === entry("sigil", sigil1) ? null : second,
    food: entry("food", food),
    utility: entry("utility", utility),
  };
}

/** The loadout without the extras, and without amounts of their effects, which would act by themselves. */
function withoutExtras(loadout: Loadout, worn: WornEntries): Loadout {
  const gone = new Set(
    Object.values(worn).flatMap((entry) => (entry ? [entry.id, ...(entry.alsoApplies ?? [])] : [])),
  );
  const bare = <Piece extends { sigils: unknown[] } | null>(piece: Piece): Piece =>
    piece && { ...piece, sigils: [] };
  const { a, b } = loadout.weapons;
  return {
    ...loadout,
    weapons: {
      ...loadout.weapons,
      a: { main: bare(a.main), off: bare(a.off) },
      b: { main: bare(b.main), off: bare(b.off) },
    },
    equipment: { ...loadout.equipment, runes: null, relic: null, food: null, utility: null },
    assumptions: {
      ...loadout.assumptions,
      effects: Object.fromEntries(
        Object.entries(loadout.assumptions.effects).filter(([id]) => !gone.has(id)),
      ),
    },
  };
}

/** The sources without extras, split where the extras stand among the others. */
function aroundExtras(
  bare: readonly AppliedSource[],
  full: readonly AppliedSource[],
): readonly [readonly AppliedSource[], readonly AppliedSource[]] {
  const differs = bare.findIndex(({ source }, index) => source !== full[index]?.source);
  const at = differs < 0 ? bare.length : differs;
  return [bare.slice(0, at), bare.slice(at)];
}

/** The player's own amounts, else those the template was measured with, as on the build's page. */
function amountsIn({ assumptions }: Loadout, setup: TemplateSetupFacts | undefined): AmountOf {
  const measured = amountsOf(setup);
  return (entry) => assumptions.effects[entry.id] ?? measured(entry);
}

function namedWith(
  worn: WornEntries,
  named: Readonly<Record<ExtraSlot, readonly string[]>>,
): Record<ExtraSlot, readonly string[]> {
  const both = (slot: ExtraSlot) => [...(worn[slot] ? [worn[slot].id] : []), ...named[slot]];
  return {
    rune: both("rune"),
    relic: both("relic"),
    sigil1: both("sigil1"),
    sigil2: both("sigil2"),
    food: both("food"),
    utility: both("utility"),
  };
}

/** A build without weapons gets those its template was measured with. */
function handsOf(loadout: Loadout, template: Template | undefined, { facts }: ReportData): WeaponHands {
  const { main, off } = activeWeapons(loadout);
  if (main && isTwoHanded(main, loadout, facts)) return "two-handed";
  if (main && off) return "dual";
  if (template) return template.weaponHands === "dual" || (main ?? off) ? "dual" : "two-handed";
  return (main ?? off) ? "one-handed" : "none";
}

function currentGear(loadout: Loadout, input: CalculationInput, worn: WornEntries): CurrentGear {
  const slots: Partial<Record<SearchSlot, WornStat>> = {};
  const { main, off } = activeWeapons(loadout);
  for (const slot of SEARCH_SLOTS) {
    const piece = slot === "mainHand" ? main : slot === "offHand" ? off : loadout.equipment.pieces[slot];
    if (piece?.statSet) slots[slot] = { stat: piece.statSet, rarity: piece.rarity };
  }
  const infusionPoints: Partial<Record<GearAttribute, number>> = {};
  for (const { attribute, points } of input.base.infusions) {
    infusionPoints[attribute] = (infusionPoints[attribute] ?? 0) + points;
  }
  const [rune, relic, sigil1, sigil2, food, utility] = EXTRA_SLOTS.map((slot) => worn[slot]?.id ?? null);
  return {
    slots,
    infusionPoints,
    extras: {
      rune: rune ?? null,
      relic: relic ?? null,
      sigil1: sigil1 ?? null,
      sigil2: sigil2 ?? null,
      food: food ?? null,
      utility: utility ?? null,
    },
  };
}
