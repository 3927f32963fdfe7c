import { describe, expect, it } from "vitest";
import { computeDamage } from "#lib/engine/build-damage.ts";
import { poisonedData } from "./poisoned-data.ts";
import { ENGINE_PROPERTIES } from "./properties.ts";
import { randomInput } from "./random-builds.ts";

const CASES = 30_000;
const SEED = 20_260_812;

describe("engine properties", () => {
  for (const { guarantee, check } of ENGINE_PROPERTIES) {
    it(`${guarantee} (${CASES} random builds)`, () => check(CASES, SEED), 180_000);
  }
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
});
