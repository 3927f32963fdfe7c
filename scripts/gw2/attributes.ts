/** `gw2 attributes`: what the hero panel shows out of combat. */
import { z } from "zod";
import { loadGearTables } from "#lib/catalog/mechanics/load.ts";
import { findStatCombination } from "#lib/catalog/mechanics/names.ts";
import type { AttributeId } from "#lib/engine/attribute-ids.ts";
import { type PointGift, pointsOfGear, type WornPiece } from "#lib/engine/equipment.ts";
import { type Calculated, fail } from "#lib/engine/failures.ts";
import { heroPanelAttributes } from "#lib/engine/hero-panel.ts";
import type { GearSlot } from "#lib/engine/mechanics.ts";
import type { ScenarioAttributes } from "#lib/engine/scenario-attributes.ts";
import { PROFESSIONS } from "#lib/shared/game.ts";
import { attributeByName, resolvedEffect, sourcesOfEffects } from "./attribute-effects.ts";
import { buildNames, sourcesOfNames } from "./attribute-names.ts";
import {
  type CommandStreams,
  type ExitCode,
  recordId,
  runRecordCommand,
  sixDecimals,
  TOO_LARGE,
} from "./record-command.ts";

const HELP = `Usage: gw2 attributes [file]

Reads builds (an object with "records", a JSON array, or one JSON object per line; standard input without a file)
and writes {"id", "attributes": {...}} per line: the hero panel out of combat in PvE. Names ending in % are
percentages; values are rounded to six decimals.

A build: id, profession, gear ({slot: {stat, rarity}}, slots Helm, Shoulders, Coat, Gloves, Leggings, Boots, Amulet,
Ring 1, Ring 2, Accessory 1, Accessory 2, Back, and Weapon (two-handed) or Weapon 1 and Weapon 2), rune, food,
utility, sigils, jadeBotCore (tier or null), infusions ([{attribute, count, pointsEach}]),
specializations ([{name, minorTraits, majorTraits}]), skills. Only profession is needed; null is the same as nothing.
"effects" (already resolved) may stand instead of the names; without it the effects follow from the names.

A record that is refused gives {"id", "error": {"message", "field"}}. A record without an id is called by its line or
position, such as "line 3".

Exit codes: 0 all answered, 1 some refused, 2 command not understood.`;

const SLOTS: ReadonlyMap<string, GearSlot> = new Map(
  Object.entries({
    helm: "helm",
    shoulders: "shoulders",
    coat: "coat",
    gloves: "gloves",
    leggings: "leggings",
    boots: "boots",
    amulet: "amulet",
    "ring 1": "ring",
    "ring 2": "ring",
    "accessory 1": "accessory",
    "accessory 2": "accessory",
    back: "back",
    "weapon (two-handed)": "weapon2h",
    "weapon 1": "weapon1h",
    "weapon 2": "weapon1h",
  } as const satisfies Record<string, GearSlot>),
);

const attributeRecord = buildNames.extend({
  id: recordId,
  profession: z.enum(PROFESSIONS),
  gear: z
    .record(
      z.string(),
      z
        .object({
          stat: z.string(),
          rarity: z
            .string()
            .transform((rarity) => rarity.toLowerCase())
            .pipe(z.enum(["exotic", "ascended", "legendary"])),
        })
        .nullable(),
    )
    .nullish(),
  infusions: z
    .array(z.object({ attribute: z.string(), count: z.number().min(0), pointsEach: z.number().nullish() }))
    .nullish(),
  effects: z.array(resolvedEffect).nullish(),
});

type AttributeRecord = z.infer<typeof attributeRecord>;

export function runAttributes(args: readonly string[], streams?: CommandStreams): Promise<ExitCode> {
  return runRecordCommand(
    { name: "attributes", help: HELP, schema: attributeRecord, answer: answerAttributeRecord },
    args,
    streams,
  );
}

function answerAttributeRecord(record: AttributeRecord, note: (text: string) => void): Calculated<object> {
  const tables = loadGearTables();
  const pieces = piecesOf(record);
  if (!pieces.ok) return pieces;
  const gear = pointsOfGear(tables, pieces.value, "pve");
  if (!gear.ok) return gear;
  const infusions = infusionsOf(record);
  if (!infusions.ok) return infusions;
  const sources =
    record.effects === undefined || record.effects === null
      ? sourcesOfNames(record.profession, record, note)
      : sourcesOfEffects(record.effects);
  if (!sources.ok) return sources;
  const attributes = heroPanelAttributes(
    {
      baseHealth: tables.baseHealth[record.profession],
      defense: tables.defense[tables.armorWeight[record.profession]],
      gear: gear.value,
      infusions: infusions.value,
      coefficients: {},
    },
    sources.value,
  );
  const shown = printed(attributes);
  if (!Object.values(shown).every(Number.isFinite)) return TOO_LARGE;
  return { ok: true, value: { attributes: shown } };
}

function piecesOf(record: AttributeRecord): Calculated<readonly WornPiece[]> {
  const { combinations } = loadGearTables();
  const pieces: WornPiece[] = [];
  const filled = new Map<string, string>();
  for (const [name, piece] of Object.entries(record.gear ?? {})) {
    const place = name.trim().toLowerCase();
    const slot = SLOTS.get(place);
    if (slot === undefined) {
      return fail("UNKNOWN_NAME", `gear.${name}`, `There is no slot called "${name}".`);
    }
    if (piece === null) continue;
    const clash = clashOf(place, filled);
    if (clash !== undefined) return fail("INVALID_NUMBER", `gear.${name}`, clash);
    filled.set(place, name);
    const { stat, rarity } = piece;
    const combination = findStatCombination(combinations, stat);
    if (combination === undefined) {
      return fail("UNKNOWN_NAME", `gear.${name}.stat`, `There is no stat set called "${stat}".`);
    }
    pieces.push({
      slot,
      stat: combination.name,
      rarity: rarity === "exotic" ? "exotic" : "ascended",
      label: name,
    });
  }
  return { ok: true, value: pieces };
}

const TWO_HANDED = "weapon (two-handed)";
const ONE_HANDED = ["weapon 1", "weapon 2"] as const;

/** Why a slot cannot be filled beside those that are; undefined if it can. `filled`: names as given by slot. */
function clashOf(place: string, filled: ReadonlyMap<string, string>): string | undefined {
  const twin = filled.get(place);
  if (twin !== undefined) return `The slot is filled already, by "${twin}". Leave one of them out.`;
  const others = place === TWO_HANDED ? ONE_HANDED : place.startsWith("weapon") ? [TWO_HANDED] : [];
  const other = others.map((one) => filled.get(one)).find((name) => name !== undefined);
  return other === undefined
    ? undefined
    : `There is "${other}" too; give either Weapon (two-handed), or Weapon 1 and Weapon 2.`;
}

const POINTS_OF_INFUSION = 5;

/** Infusions that are there for agony resistance, which the hero panel's attributes do not contain. */
const AGONY: ReadonlySet<string> = new Set(["agony", "agony resistance"]);

function infusionsOf(record: AttributeRecord): Calculated<readonly PointGift[]> {
  const gifts: PointGift[] = [];
  for (const [index, { attribute, count, pointsEach }] of (record.infusions ?? []).entries()) {
    if (AGONY.has(attribute.trim().toLowerCase())) continue;
    const id = attributeByName(attribute, `infusions[${index}].attribute`);
    if (!id.ok) return id;
    gifts.push({
      source: `infusion:${id.value}`,
      attribute: id.value,
      points: count * (pointsEach ?? POINTS_OF_INFUSION),
    });
  }
  return { ok: true, value: gifts };
}

/** Names and units as the hero panel shows them. */
const SHOWN: readonly (readonly [string, AttributeId, 1 | 100])[] = [
  ["Power", "power", 1],
  ["Precision", "precision", 1],
  ["Toughness", "toughness", 1],
  ["Vitality", "vitality", 1],
  ["Ferocity", "ferocity", 1],
  ["Condition Damage", "conditionDamage", 1],
  ["Expertise", "expertise", 1],
  ["Concentration", "concentration", 1],
  ["Healing Power", "healingPower", 1],
  ["Critical Chance %", "criticalChance", 100],
  ["Critical Damage %", "criticalDamage", 100],
  ["Boon Duration %", "boonDuration", 100],
  ["Condition Duration %", "conditionDuration", 100],
  ["Armor", "armor", 1],
  ["Health", "health", 1],
];

function printed(attributes: ScenarioAttributes): Record<string, number> {
  return Object.fromEntries(
    SHOWN.map(([name, id, unit]) => [name, sixDecimals(attributes[id].value * unit)]),
  );
}
