import { describe, expect, it } from "vitest";
import { legalLoadout, partsOfProject } from "#lib/builds/testing/legal-loadout.ts";
import { computeDamage } from "#lib/engine/build-damage.ts";
import { supportOf } from "./loadout-properties.ts";
import { poisonedCatalog } from "./poisoned-catalog.ts";
import { poisonedData } from "./poisoned-data.ts";
import { ENGINE_PROPERTIES } from "./properties.ts";
import { randomInput } from "./random-builds.ts";

/**
 * Over all properties together; with those of loadout codes, 120,000 more, every run tries 210,000. More:
 * `npm run property:engine -- --cases 10000000`.
 */
const CASES = 90_000;
const SEED = 20_260_812;

describe("engine properties", () => {
  it.each(ENGINE_PROPERTIES)(
    "$guarantee",
    ({ check, share }) => {
      expect(() => check((CASES * share) / 100, SEED)).not.toThrow();
    },
    180_000,
  );

  it("tries the announced number of cases", () => {
    expect(ENGINE_PROPERTIES.reduce((sum, { share }) => sum + share, 0)).toBe(100);
  });
});

describe("poisoned figures", () => {
  it("show in the results of the mode that reads them, so that the property can fail", () => {
    const spoilt = [1, 2, 3].map((seed) => {
      const input = randomInput(seed, "pve", poisonedData("wvw"));
      const result = input.ok ? computeDamage(input.value) : input;
      return result.ok && Number.isNaN(result.value.damage + result.value.survivability);
    });
    expect(spoilt).toContain(true);
  });

  it("of skills and traits show in the support of the mode that reads them", () => {
    const parts = partsOfProject();
    const spoilt = [1, 2, 3].map((seed) => {
      const loadout = legalLoadout(parts, seed, { mode: "pve" });
      const [clean, poisoned] = [parts.catalog, poisonedCatalog("wvw")].map((catalog) =>
        JSON.stringify(supportOf(loadout, seed, catalog)),
      );
      return clean !== poisoned;
    });
    expect(spoilt).toContain(true);
  });
});
