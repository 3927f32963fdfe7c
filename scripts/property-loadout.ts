/**
 * Tries the properties of loadout codes on many cases.
 *
 *   npm run property:loadout -- [--cases 10000000] [--seed 1]
 */
import { LOADOUT_CODE_PROPERTIES } from "#lib/builds/loadout-code/fixtures/properties.ts";
import { tryProperties } from "#scripts/testing/try-properties.ts";

tryProperties("property:loadout", LOADOUT_CODE_PROPERTIES, 50_000);
