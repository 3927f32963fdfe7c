import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadMechanics } from "#lib/catalog/mechanics/load.ts";
import { PROFESSIONS } from "#lib/shared/game.ts";
import { type Loadout, loadoutSchema } from "../loadout.ts";
import { MAX_EFFECTS } from "../loadout-assumptions.ts";
import { legalLoadout, partsOfProject } from "../testing/legal-loadout.ts";
import { openCode, sealCode } from "./envelope.ts";
import { decodeLoadout, encodeLoadout } from "./loadout-code.ts";

interface GoldenCode {
  readonly about: string;
  readonly code: string;
  readonly loadout: unknown;
}

/** Codes that were given out. Lines may be added, never changed or removed: they have to be readable for ever. */
const GOLDEN = readFileSync(new URL("fixtures/version-1.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as GoldenCode);

const BARE = loadoutSchema.parse({ version: 1, profession: "Guardian" });
const CODE = encodeLoadout(BARE);

function errorOf(text: string) {
  const decoded = decodeLoadout(text);
  return decoded.ok ? undefined : decoded.error;
}

describe("codes of version 1", () => {
  it.each(GOLDEN)("mean what they meant: $about", ({ code, loadout }) => {
    // Fields added since have their defaults.
    expect(decodeLoadout(code)).toEqual({ ok: true, value: loadoutSchema.parse(loadout) });
  });

  it.each(GOLDEN)("are still written: $about", ({ code, loadout }) => {
    expect(encodeLoadout(loadoutSchema.parse(loadout))).toBe(code);
  });
});

describe("encodeLoadout", () => {
  it("gives equal loadouts equal codes, whatever the order of fields and empty ends of lists", () => {
    const piece = { statSet: "Viper", rarity: "exotic", infusions: [37123] } as const;
    const first = loadoutSchema.parse({
      ...BARE,
      equipment: { pieces: { helm: piece, ring1: piece }, runes: 24836 },
      assumptions: { effects: { "trait:a:b": 1, "trait:a:a": 2, "other:agony-resistance": 3 } },
    });
    const second: Loadout = {
      ...first,
      equipment: {
        ...first.equipment,
        runes: Array.from({ length: 6 }, () => first.equipment.runes as never),
        pieces: { ring1: { ...piece, infusions: [37123 as never, null] }, helm: first.equipment.pieces.helm },
      },
      assumptions: {
        ...first.assumptions,
        effects: { "other:agony-resistance": 3, "trait:a:a": 2, "trait:a:b": 1 },
      },
    };
    expect(encodeLoadout(second)).toBe(encodeLoadout(first));
  });

  it("gives different loadouts different codes", () => {
    const codes = [
      BARE,
      { ...BARE, mode: "wvw" as const },
      { ...BARE, assumptions: { ...BARE.assumptions, allies: 5 } },
      { ...BARE, pets: { terrestrial: [null, null], aquatic: [null, null] } } satisfies Loadout,
    ].map(encodeLoadout);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it.each(PROFESSIONS)(
    "stays within 600 characters for a full %s that also sets as many effects as can be set",
    (profession) => {
      const own = loadMechanics().entries.filter((entry) => entry.profession === profession && entry.amount);
      const effects = Object.fromEntries(
        own.slice(0, MAX_EFFECTS).map(({ id }, index) => [id, 12.34 + index]),
      );
      const full = legalLoadout(partsOfProject(), 1, { profession, mode: "pve" });
      const code = encodeLoadout({
        ...full,
        skillOverrides: [12466, 12467, 63365, 63366, 71282].map((id) => id as never),
        assumptions: { ...full.assumptions, effects },
      });
      expect(Object.keys(effects).length).toBeGreaterThan(20);
      expect(code.length).toBeLessThanOrEqual(600);
    },
  );

  it("takes about 250 characters for a full build as people wear it", () => {
    const golden = GOLDEN.find(({ about }) => about.startsWith("one stat set"));
    expect(golden?.code.length).toBeLessThan(250);
  });
});

describe("decodeLoadout", () => {
  it("ignores white space, since long codes get wrapped", () => {
    expect(decodeLoadout(` ${CODE.slice(0, 4)}\n ${CODE.slice(4)}\t`)).toEqual({ ok: true, value: BARE });
  });

  it.each([
    ["", "empty"],
    [" \n", "empty"],
    ["A".repeat(8001), "too-long"],
    ["[&DQEQLgAAAAA=]", "chat-link"],
    ["AQ", "damaged"],
    ["AQAAAAAAAA", "damaged"],
    [CODE.slice(0, -1), "damaged"],
    [CODE.toLowerCase(), "damaged"],
    [`${CODE}A`, "damaged"],
    [sealCode({ version: 0, content: new Uint8Array() }), "unknown-version"],
    [sealCode({ version: 2, content: new Uint8Array(9) }), "unknown-version"],
    [sealCode({ version: 1, content: new Uint8Array() }), "unknown-content"],
    [sealCode({ version: 1, content: new Uint8Array(40) }), "unknown-content"],
    [sealCode({ version: 1, content: new Uint8Array(40).fill(255) }), "unknown-content"],
  ])("refuses %j", (text, code) => {
    expect(errorOf(text)).toMatchObject({ code, message: expect.any(String), mend: expect.any(String) });
  });

  it("tells apart a code and what is left of it, at every length", () => {
    for (const { code } of GOLDEN.slice(-3)) {
      const kept = Array.from({ length: code.length - 1 }, (_, index) => code.slice(0, index + 1));
      expect(kept.filter((text) => errorOf(text)?.code !== "damaged")).toEqual([]);
    }
  });

  it("names the character that does not belong", () => {
    expect(errorOf("AQ*A")).toMatchObject({
      code: "bad-character",
      position: 3,
      message: "Character 3 does not belong in a loadout code: it has letters, digits, - and _ only.",
    });
  });

  it("refuses content behind the end", () => {
    const opened = openCode(CODE);
    const content = opened.ok ? [...opened.value.content, 0] : [];
    expect(errorOf(sealCode({ version: 1, content: Uint8Array.from(content) }))).toMatchObject({
      code: "unknown-content",
      message: "This loadout code cannot be understood: there is more than its content.",
    });
  });

  it("says that a newer app made a code of a later version", () => {
    expect(errorOf(sealCode({ version: 9, content: new Uint8Array(3) }))).toEqual({
      code: "unknown-version",
      version: 9,
      message: "This loadout code has the unknown version 9.",
      mend: "It was made by a newer version of the app: reload the page, or update the program.",
    });
  });
});
