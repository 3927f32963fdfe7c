/**
 * Gives numbers in loadout codes to effects of data/mechanics that have none yet, by appending their ids to
 * lib/builds/loadout-code/effect-ids.ts. Never changes or removes an id there. Run it when effects were added:
 *
 *   node scripts/run.mjs append-effect-ids
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isAdjustable } from "#lib/builds/loadout-code/effect-codes.ts";
import { EFFECT_IDS } from "#lib/builds/loadout-code/effect-ids.ts";
import { loadMechanics } from "#lib/catalog/mechanics/load.ts";

const FILE = import.meta.resolve("#lib/builds/loadout-code/effect-ids.ts");

const known = new Set(EFFECT_IDS);
const added = loadMechanics()
  .entries.filter((entry) => isAdjustable(entry) && !known.has(entry.id))
  .map(({ id }) => id);
const lines = [...EFFECT_IDS, ...added].map((id) => `  ${JSON.stringify(id)},`);
writeFileSync(
  fileURLToPath(FILE),
  `/**
 * Ids of adjustable effects (data/mechanics) in the order of their numbers in loadout codes. Append only, by
 * \`scripts/append-effect-ids.ts\`: the position + 1 is written into codes that must be readable for ever. An effect
 * that leaves the data stays here.
 */
export const EFFECT_IDS: readonly string[] = [
${lines.join("\n")}
];
`,
);
process.stdout.write(`${added.length} effects added, ${EFFECT_IDS.length + added.length} in all\n`);
