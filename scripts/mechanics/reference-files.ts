import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

/** Loose shapes of the reference files: only what the converters read. Full validation happens on the result. */
const effect = z.looseObject({
  target: z.string(),
  op: z.string(),
  value: z.union([z.number(), z.literal(true)]),
  unit: z.string(),
});

const modifier = z.looseObject({
  id: z.string(),
  kind: z.string(),
  name: z.string(),
  condition: z.string().optional(),
  specialization: z.string().optional(),
  specializationId: z.number().optional(),
  gw2id: z.number().optional(),
  alsoIds: z.array(z.number()).optional(),
  notModelled: z.boolean().optional(),
  origin: z.string().optional(),
  effects: z.array(effect),
  wvwEffects: z.array(effect).optional(),
});

const source = z.looseObject({ repository: z.string(), date: z.string() });

const modifiersFile = z.looseObject({
  source,
  notes: z.record(z.string(), z.string()),
  entries: z.array(modifier),
});

const slotTable = z.record(z.string(), z.looseObject({ attributeAdjustment: z.number() }));

const gearFile = z.looseObject({
  slots: z.record(z.string(), slotTable),
  affixes: z.array(z.looseObject({ name: z.string(), shape: z.string(), slots: z.string().optional() })),
  defense: z.record(z.string(), z.looseObject({ total: z.number() })),
  armorWeight: z.record(z.string(), z.string()),
  baseHealth: z.record(z.string(), z.number()),
  infusionSlots: z.record(z.string(), z.number()),
});

const use = z.looseObject({ ref: z.string(), amount: z.number().optional() });
const chosen = z.looseObject({
  traits: z.looseObject({ lines: z.array(z.looseObject({})), modifiers: z.array(use) }),
  skillModifiers: z.array(use),
});

const templatesFile = z.looseObject({
  source,
  templates: z.array(
    chosen.extend({
      id: z.string(),
      name: z.string(),
      profession: z.string(),
      specialization: z.string(),
      role: z.string(),
      damageType: z.string(),
      provides: z.array(z.string()),
      outdatedInSource: z.boolean(),
      approximate: z.boolean().optional(),
      measuredOn: z.array(z.string()).optional(),
      weaponHands: z.string(),
      distribution: z.record(z.string(), z.number()),
      fractalTraits: chosen.optional(),
      setups: z.record(
        z.string(),
        z.looseObject({
          goal: z.looseObject({
            affixes: z.array(z.string()),
            optimizeFor: z.string(),
            infusionStats: z.array(z.string()),
            minBoonDuration: z.number(),
            minQuicknessDuration: z.number(),
          }),
          extras: z.looseObject({ foodLifeStealPer10s: z.number().optional() }),
        }),
      ),
      assumedBuffs: z.array(z.string()),
    }),
  ),
});

export type ModifiersFile = z.infer<typeof modifiersFile>;
export type GearFile = z.infer<typeof gearFile>;
export type TemplatesFile = z.infer<typeof templatesFile>;

export interface Reference {
  readonly modifiers: ModifiersFile;
  readonly gear: GearFile;
  readonly templates: TemplatesFile;
}

export async function readReference(folder: string): Promise<Reference> {
  return {
    modifiers: modifiersFile.parse(await readJson(join(folder, "modifiers.json"))),
    gear: gearFile.parse(await readJson(join(folder, "gear.json"))),
    templates: templatesFile.parse(await readJson(join(folder, "templates.json"))),
  };
}

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, "utf8"));
}

/** JSON with one line per element of every top-level list: small and readable in a diff. */
export function jsonLines(value: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(value).map(([key, part]) => {
    const text = Array.isArray(part)
      ? `[\n${part.map((element) => JSON.stringify(element)).join(",\n")}\n]`
      : JSON.stringify(part);
    return `${JSON.stringify(key)}: ${text}`;
  });
  return `{\n${parts.join(",\n")}\n}\n`;
}
