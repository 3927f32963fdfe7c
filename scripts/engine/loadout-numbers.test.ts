import { describe, expect, it } from "vitest";
import {
  loadGearTables,
  loadMechanicsIndex,
  loadNotModelled,
  loadTemplates,
} from "#lib/catalog/mechanics/load.ts";
import { computeDamage } from "#lib/engine/build-damage.ts";
import { STANDARD_TARGET } from "#lib/engine/condition-ticks.ts";
import { equipmentSlots } from "#lib/engine/gear-choice.ts";
import { EQUIPMENT_SLOTS, type LoadoutShape, type LoadoutWeapon } from "#lib/engine/loadout.ts";
import { type LoadoutData, loadoutNumbers } from "#lib/engine/loadout-numbers.ts";
import { CALCULATED_MODES, type EntryUse, EXTRA_SLOTS, type Template } from "#lib/engine/mechanics.ts";
import { apiKey } from "#lib/engine/mechanics-index.ts";
import { inputOfTemplateBuild } from "#lib/engine/template-damage.ts";
import { randomLoadout, realCatalog } from "./random-loadouts.ts";

const index = loadMechanicsIndex();
const data: LoadoutData = {
  index,
  tables: loadGearTables(),
  facts: realCatalog(),
  templates: loadTemplates(),
  notModelled: loadNotModelled(),
};

const STAT = "Celestial";
const NO_SKILLS = { heal: null, utility: [null, null, null], elite: null };
const NO_WEAPONS = { main: null, off: null };

function weaponOf(template: Template, sigils: readonly (number | null)[]): LoadoutShape["weapons"]["a"] {
  const types = realCatalog().professions.get(template.profession)?.weapons ?? [];
  const hand = template.weaponHands === "two-handed" ? "two" : "main";
  const weapon = (type: string | undefined, worn: readonly (number | null)[]): LoadoutWeapon => ({
    type: type ?? "Sword",
    statSet: STAT,
    rarity: "ascended",
    sigils: worn,
    infusions: [],
  });
  const main = types.find(({ hands, environments }) => hands.includes(hand) && environments.includes("land"));
  if (hand === "two") return { main: weapon(main?.weapon, sigils), off: null };
  const off = types.find(({ hands }) => hands.includes("off"));
  return { main: weapon(main?.weapon, sigils.slice(0, 1)), off: weapon(off?.weapon, sigils.slice(1)) };
}

/** The loadout that wears what a template is planned with; the player states the amounts the template states. */
function loadoutOf(
  template: Template,
  mode: "pve" | "wvw",
  extras: Readonly<Record<string, EntryUse>>,
): LoadoutShape {
  const itemOf = (slot: string): number | null => index.byId.get(extras[slot]?.ref ?? "")?.gw2id ?? null;
  const effects: Record<string, number> = {};
  for (const { ref, amount } of Object.values(extras)) {
    const entry = index.byId.get(ref);
    const namesakes = entry?.gw2id ? (index.byApiId.get(apiKey(entry.kind, entry.gw2id)) ?? []) : [];
    for (const other of namesakes) effects[other.id] ??= 0;
    if (entry !== undefined) effects[ref] = amount ?? entry.amount?.default ?? 1;
  }
  return {
    profession: template.profession,
    mode,
    specializations: template.lines.map(({ id, traits }) => ({ id, traits })),
    skills: { terrestrial: NO_SKILLS, aquatic: NO_SKILLS },
    weapons: {
      a: weaponOf(template, [itemOf("sigil1"), itemOf("sigil2")]),
      b: NO_WEAPONS,
      aquaticA: NO_WEAPONS,
      aquaticB: NO_WEAPONS,
    },
    pets: null,
    legends: null,
    equipment: {
      pieces: Object.fromEntries(
        EQUIPMENT_SLOTS.map((slot) => [slot, { statSet: STAT, rarity: "ascended" as const, infusions: [] }]),
      ),
      runes: itemOf("rune"),
      relic: itemOf("relic"),
      food: itemOf("food"),
      utility: itemOf("utility"),
      jadeBotCore: mode === "pve" ? 10 : null,
      pvpAmulet: null,
    },
    template: { id: template.id, setup: template.setups.any === undefined ? "raid" : "any" },
    assumptions: {
      boons: {},
      targetConditions: {},
      effects,
      enemyArmor: STANDARD_TARGET.armor,
      movingFraction: 0,
      attacksPerSecond: 0,
    },
  };
}

describe("loadoutNumbers", () => {
  it("gives a loadout with a template's traits, items and gear exactly the template's numbers", () => {
    const wrong = data.templates.flatMap((template) => {
      const setup = template.setups.any ?? template.setups.raid;
      const extras: Record<string, EntryUse> = {};
      for (const slot of EXTRA_SLOTS) {
        const [use] = setup?.extras[slot] ?? [];
        // The first alternatives of both slots may be the same sigil, which a character cannot use twice.
        const isRepeated = use !== undefined && Object.values(extras).some(({ ref }) => ref === use.ref);
        if (use !== undefined && !isRepeated && !index.byId.get(use.ref)?.composite) extras[slot] = use;
      }
      return CALCULATED_MODES.flatMap((mode) => {
        const gear = equipmentSlots(template.weaponHands).map((slot) => ({
          slot,
          stat: STAT,
          rarity: "ascended" as const,
        }));
        const input = inputOfTemplateBuild(
          {
            template,
            choice: { mode, extras, foodLifeStealPer10s: setup?.foodLifeStealPer10s },
            gear,
            infusions: [],
            target: STANDARD_TARGET,
          },
          data,
        );
        if (!input.ok) return [input.error.message];
        const withoutJadeBot = input.value.sources.filter(
          ({ source }) => mode === "pve" || !source.startsWith("jadeBot"),
        );
        const expected = computeDamage({ ...input.value, sources: withoutJadeBot });
        const actual = loadoutNumbers(loadoutOf(template, mode, extras), data);
        if (!expected.ok || !actual.ok) return [`${template.id}: refused`];
        const { damage, survivability, healing } = actual.value.combat;
        const agrees =
          Math.abs(damage - expected.value.damage) <= 1e-9 * damage + 1e-9 &&
          Math.abs(survivability - expected.value.survivability) <= 1e-9 * survivability &&
          Math.abs(healing - expected.value.healing) <= 1e-9 * healing;
        return agrees ? [] : [`${template.id} ${mode}: ${damage} instead of ${expected.value.damage}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  it("counts an item once that the source lists in two of its groups", () => {
    const flameLegion = index.byId.get("rune:flame-legion")?.gw2id ?? null;
    expect(index.byApiId.get(apiKey("rune", flameLegion ?? 0))).toHaveLength(2);
    const [template] = data.templates;
    const loadout = template ? loadoutOf(template, "pve", {}) : randomLoadout(1, true);
    const wearing = { ...loadout, equipment: { ...loadout.equipment, runes: flameLegion } };
    const numbers = loadoutNumbers(wearing, data);
    const runes = numbers.ok ? numbers.value.effects.filter(({ entry }) => entry.kind === "rune") : [];
    expect(runes.map(({ entry }) => entry.id)).toEqual(["rune:flame-legion"]);
  });

  it("refuses PvP and unknown templates, and calculates or refuses any random loadout without failing", () => {
    const loadout = randomLoadout(1, true);
    expect(loadoutNumbers({ ...loadout, mode: "pvp" }, data)).toMatchObject({
      ok: false,
      error: { code: "MODE_WITHOUT_FIGURES", field: "mode" },
    });
    const unknown = { ...loadout, template: { id: "nonsense", setup: "any" as const } };
    expect(loadoutNumbers(unknown, data)).toMatchObject({ ok: false, error: { field: "template.id" } });
    const codes = new Set<string>();
    for (let seed = 0; seed < 2000; seed++) {
      const result = loadoutNumbers(randomLoadout(seed, true), data);
      codes.add(result.ok ? "ok" : result.error.code);
    }
    expect([...codes].sort()).toEqual(["NO_POINTS_FOR_SLOT", "UNKNOWN_NAME", "ok"].sort());
  });
});
