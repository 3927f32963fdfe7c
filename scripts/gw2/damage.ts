/** `gw2 damage`: damage, survivability and healing of template builds. */
import { z } from "zod";
import { loadGearTables, loadMechanicsIndex, loadTemplates } from "#lib/catalog/mechanics/load.ts";
import { GEAR_ATTRIBUTES } from "#lib/engine/attribute-ids.ts";
import type { BuildDamage, ExplainedScenario } from "#lib/engine/build-damage.ts";
import { REFERENCE_ARMOR } from "#lib/engine/condition-ticks.ts";
import { type Calculated, fail } from "#lib/engine/failures.ts";
import { CALCULATED_MODES, EXTRA_SLOTS, GEAR_SLOTS, TEMPLATE_SETUPS } from "#lib/engine/mechanics.ts";
import { computeTemplateDamage } from "#lib/engine/template-damage.ts";
import {
  type CommandStreams,
  type ExitCode,
  runRecordCommand,
  sixDecimals,
  TOO_LARGE,
} from "./record-command.ts";

const HELP = `Usage: gw2 damage [file]

Reads cases (a JSON array, an object with "cases" or "records", or one JSON object per line; standard input
without a file) and writes {"id", "expected": {damage, survivability, healing, breakdown, scenarios}} per line.
Values are per second, rounded to six decimals.

A case: id, template, mode (pve, wvw), setup (any, raid, fractal), useFractalTraits, extras (one {ref, amount} for
rune, relic, sigil1, sigil2, food, utility), foodLifeStealPer10s, additional ([{ref, amount}]), rarity (exotic,
ascended, legendary), gear ([[slot, stat set]]), infusions ({attribute: count}),
target ({armor, attacksPerSecond, movingFraction}).

Exit codes: 0 all answered, 1 some refused (see standard error), 2 command not understood.`;

const use = z.object({ ref: z.string(), amount: z.number().optional() });

const damageCase = z.object({
  id: z.string(),
  template: z.string(),
  mode: z.enum(CALCULATED_MODES, {
    error: "must be pve or wvw; there are no public figures for pvp",
  }),
  setup: z.enum(TEMPLATE_SETUPS).optional(),
  useFractalTraits: z.boolean().optional(),
  extras: z.partialRecord(z.enum(EXTRA_SLOTS), use).default({}),
  foodLifeStealPer10s: z.number().optional(),
  additional: z.array(use).optional(),
  rarity: z.enum(["exotic", "ascended", "legendary"]).default("ascended"),
  gear: z.array(z.tuple([z.enum(GEAR_SLOTS), z.string()])),
  infusions: z.partialRecord(z.enum(GEAR_ATTRIBUTES), z.number().min(0)).default({}),
  target: z
    .object({
      armor: z.number().default(REFERENCE_ARMOR),
      attacksPerSecond: z.number().default(0),
      movingFraction: z.number().default(0),
    })
    .prefault({}),
});

type DamageCase = z.infer<typeof damageCase>;

export function runDamage(args: readonly string[], streams?: CommandStreams): Promise<ExitCode> {
  return runRecordCommand(
    { name: "damage", help: HELP, schema: damageCase, answer: answerDamageCase },
    args,
    streams,
  );
}

function answerDamageCase(record: DamageCase): Calculated<unknown> {
  const template = loadTemplates().find(({ id }) => id === record.template);
  if (template === undefined) {
    return fail("UNKNOWN_NAME", "template", `There is no template with the id "${record.template}".`);
  }
  const rarity = record.rarity === "exotic" ? "exotic" : "ascended";
  const setup = record.setup === undefined ? undefined : template.setups[record.setup];
  const result = computeTemplateDamage(
    {
      template,
      choice: {
        mode: record.mode,
        useFractalTraits: record.useFractalTraits,
        additional: record.additional,
        extras: record.extras,
        foodLifeStealPer10s: record.foodLifeStealPer10s ?? setup?.foodLifeStealPer10s,
      },
      gear: record.gear.map(([slot, stat]) => ({ slot, stat, rarity })),
      infusions: GEAR_ATTRIBUTES.flatMap((attribute) => {
        const count = record.infusions[attribute];
        return count === undefined ? [] : [{ attribute, count }];
      }),
      target: record.target,
    },
    { index: loadMechanicsIndex(), tables: loadGearTables() },
  );
  if (!result.ok) return result;
  const { damage, survivability, healing } = result.value;
  if (![damage, survivability, healing].every(Number.isFinite)) return TOO_LARGE;
  return { ok: true, value: { id: record.id, expected: printed(result.value) } };
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
