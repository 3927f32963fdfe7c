/** `gw2 damage`: damage, survivability and healing of template builds. */
import { z } from "zod";
import { loadGearTables, loadMechanicsIndex, loadTemplates } from "#lib/catalog/mechanics/load.ts";
import { GEAR_ATTRIBUTES } from "#lib/engine/attribute-ids.ts";
import type { BuildDamage, ExplainedScenario } from "#lib/engine/build-damage.ts";
import { REFERENCE_ARMOR } from "#lib/engine/condition-ticks.ts";
import type { WornPiece } from "#lib/engine/equipment.ts";
import { type Calculated, fail } from "#lib/engine/failures.ts";
import {
  CALCULATED_MODES,
  type EntryUse,
  EXTRA_SLOTS,
  type ExtraSlot,
  GEAR_SLOTS,
  type GearSlot,
  type MechanicEntry,
  type MechanicKind,
  TEMPLATE_SETUPS,
} from "#lib/engine/mechanics.ts";
import { computeTemplateDamage } from "#lib/engine/template-damage.ts";
import {
  type CommandStreams,
  type ExitCode,
  recordId,
  runRecordCommand,
  sixDecimals,
  TOO_LARGE,
} from "./record-command.ts";

const HELP = `Usage: gw2 damage [file]

Reads cases (a JSON array, an object with "cases" or "records", or one JSON object per line; standard input
without a file) and writes {"id", "expected": {damage, survivability, healing, breakdown, scenarios}} per line.
Values are per second, rounded to six decimals.

A case: id, template, mode (pve, wvw; PvE if missing), setup (any, raid, fractal), useFractalTraits, extras (one
{ref, amount} or null for rune, relic, sigil1, sigil2, food, utility), foodLifeStealPer10s, additional ([{ref, amount}]),
rarity (exotic, ascended, legendary), gear ([[slot, stat set]]), infusions ({attribute: count}),
target ({armor, attacksPerSecond, movingFraction}).

A template has either one setup for all, any, or raid and fractal. setup only says whose foodLifeStealPer10s counts where
the case has none. Where the template lacks the setup asked for, or none is asked for, any stands in, else raid.

A case that is refused gives {"id", "error": {"message", "field"}}. A case without an id is called by its line or
position, such as "line 3".

Exit codes: 0 all answered, 1 some refused, 2 command not understood.`;

const use = z.object({ ref: z.string(), amount: z.number().nullish() });

const damageCase = z.object({
  id: recordId,
  template: z.string(),
  mode: z
    .enum(CALCULATED_MODES, { error: "must be pve or wvw; there are no public figures for pvp" })
    .nullish(),
  setup: z.enum(TEMPLATE_SETUPS).nullish(),
  useFractalTraits: z.boolean().nullish(),
  extras: z.partialRecord(z.enum(EXTRA_SLOTS), use.nullable()).nullish(),
  foodLifeStealPer10s: z.number().nullish(),
  additional: z.array(use).nullish(),
  rarity: z.enum(["exotic", "ascended", "legendary"]).nullish(),
  gear: z.array(z.tuple([z.enum(GEAR_SLOTS), z.string()])).nullish(),
  infusions: z.partialRecord(z.enum(GEAR_ATTRIBUTES), z.number().min(0).nullable()).nullish(),
  target: z
    .object({
      armor: z.number().nullish(),
      attacksPerSecond: z.number().nullish(),
      movingFraction: z.number().nullish(),
    })
    .nullish(),
});

type DamageCase = z.infer<typeof damageCase>;

export function runDamage(args: readonly string[], streams?: CommandStreams): Promise<ExitCode> {
  return runRecordCommand(
    { name: "damage", help: HELP, schema: damageCase, answer: answerDamageCase },
    args,
    streams,
  );
}

function answerDamageCase(record: DamageCase): Calculated<object> {
  const template = loadTemplates().find(({ id }) => id === record.template);
  if (template === undefined) {
    return fail("UNKNOWN_NAME", "template", `There is no template with the id "${record.template}".`);
  }
  const { setups } = template;
  const setup = (record.setup ? setups[record.setup] : undefined) ?? setups.any ?? setups.raid;
  const extras = extrasOf(record);
  if (!extras.ok) return extras;
  const additional = additionalOf(record);
  if (!additional.ok) return additional;
  const gear = piecesOf(record);
  if (!gear.ok) return gear;
  const { target, infusions } = record;
  const result = computeTemplateDamage(
    {
      template,
      choice: {
        mode: record.mode ?? "pve",
        useFractalTraits: record.useFractalTraits ?? false,
        additional: additional.value,
        extras: extras.value,
        foodLifeStealPer10s: record.foodLifeStealPer10s ?? setup?.foodLifeStealPer10s,
      },
      gear: gear.value,
      infusions: GEAR_ATTRIBUTES.flatMap((attribute) => {
        const count = infusions?.[attribute] ?? undefined;
        return count === undefined ? [] : [{ attribute, count }];
      }),
      target: {
        armor: target?.armor ?? REFERENCE_ARMOR,
        attacksPerSecond: target?.attacksPerSecond ?? 0,
        movingFraction: target?.movingFraction ?? 0,
      },
    },
    { index: loadMechanicsIndex(), tables: loadGearTables() },
  );
  if (!result.ok) return result;
  const { damage, survivability, healing } = result.value;
  if (![damage, survivability, healing].every(Number.isFinite)) return TOO_LARGE;
  return { ok: true, value: { expected: printed(result.value) } };
}

const KIND_OF_SLOT = {
  rune: "rune",
  relic: "relic",
  sigil1: "sigil",
  sigil2: "sigil",
  food: "food",
  utility: "utility",
} as const satisfies Record<ExtraSlot, MechanicKind>;

/** The chosen extras, each of the kind its slot takes. */
function extrasOf({ extras }: DamageCase): Calculated<Partial<Record<ExtraSlot, EntryUse>>> {
  const chosen: Partial<Record<ExtraSlot, EntryUse>> = {};
  for (const slot of EXTRA_SLOTS) {
    const given = extras?.[slot];
    if (given === undefined || given === null) continue;
    const kind = KIND_OF_SLOT[slot];
    const field = `extras.${slot}.ref`;
    const entry = entryOf(given.ref, field);
    if (!entry.ok) return entry;
    if (entry.value.kind !== kind) {
      const message = `"${given.ref}" is no ${kind}; its kind is ${entry.value.kind}. Give an id that starts with "${kind}:".`;
      return fail("UNKNOWN_NAME", field, message);
    }
    chosen[slot] = entryUse(given);
  }
  return { ok: true, value: chosen };
}

function additionalOf({ additional }: DamageCase): Calculated<readonly EntryUse[]> {
  for (const [index, { ref }] of (additional ?? []).entries()) {
    const entry = entryOf(ref, `additional[${index}].ref`);
    if (!entry.ok) return entry;
  }
  return { ok: true, value: (additional ?? []).map(entryUse) };
}

function entryOf(ref: string, field: string): Calculated<MechanicEntry> {
  const entry = loadMechanicsIndex().byId.get(ref);
  return entry === undefined
    ? fail("UNKNOWN_NAME", field, `There is no effect with the id "${ref}".`)
    : { ok: true, value: entry };
}

function entryUse({ ref, amount }: z.infer<typeof use>): EntryUse {
  return { ref, ...(typeof amount === "number" ? { amount } : {}) };
}

/** Slots a build has more than one of. */
const SLOT_COUNTS: Partial<Record<GearSlot, number>> = { ring: 2, accessory: 2, weapon1h: 2 };

function piecesOf({ gear, rarity }: DamageCase): Calculated<readonly WornPiece[]> {
  const filled = new Map<GearSlot, number>();
  for (const [index, [slot]] of (gear ?? []).entries()) {
    const count = (filled.get(slot) ?? 0) + 1;
    const most = SLOT_COUNTS[slot] ?? 1;
    if (count > most) {
      const message = `The slot ${slot} is filled ${count} times; a build has ${most}. Leave one out.`;
      return fail("INVALID_NUMBER", `gear[${index}]`, message);
    }
    filled.set(slot, count);
    if (filled.has("weapon1h") && filled.has("weapon2h")) {
      const message = "There are weapon1h and weapon2h; give either one weapon2h or up to two weapon1h.";
      return fail("INVALID_NUMBER", `gear[${index}]`, message);
    }
  }
  const made = rarity === "exotic" ? "exotic" : "ascended";
  return { ok: true, value: (gear ?? []).map(([slot, stat]) => ({ slot, stat, rarity: made })) };
}

function printed(result: BuildDamage): Record<string, unknown> {
  return {
    damage: sixDecimals(result.damage),
    survivability: sixDecimals(result.survivability),
    healing: sixDecimals(result.healing),
    breakdown: roundedRecord(result.damageByPart),
    scenarios: result.scenarios.map((scenario) => ({
      fraction: sixDecimals(scenario.fraction),
      attributes: roundedRecord(printedAttributes(scenario)),
    })),
  };
}

function printedAttributes({ attributes, indicators }: ExplainedScenario): Record<string, number> {
  const shown = [
    ...GEAR_ATTRIBUTES,
    "criticalChance",
    "criticalDamage",
    "boonDuration",
    "conditionDuration",
    "health",
    "armor",
  ] as const;
  return {
    ...Object.fromEntries(shown.map((id) => [id, attributes[id].value])),
    effectivePower: indicators.effectivePower,
    effectiveHealth: indicators.effectiveHealth,
    effectiveHealing: indicators.effectiveHealing,
  };
}

function roundedRecord(record: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, sixDecimals(value)]));
}
