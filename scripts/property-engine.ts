/**
 * Tries the properties of the engine on many random builds.
 *
 *   npm run property:engine -- [--cases 10000000] [--seed 1]
 */
import { ENGINE_PROPERTIES } from "#scripts/engine/properties.ts";
import { tryProperties } from "#scripts/testing/try-properties.ts";

tryProperties("property:engine", ENGINE_PROPERTIES, 20_000);
