import { describe, expect, it } from "vitest";
import { extrasCombinations } from "./extras.ts";
import { templateKit, testSettings } from "./testing/test-kits.ts";

const kit = templateKit("pren");

function ids(extras: NonNullable<Parameters<typeof testSettings>[0]>["extras"], of = kit) {
  const made = extrasCombinations(of, testSettings({ extras }));
  if (!made.ok) throw new Error(made.error.message);
  return made.value.map((choice) => Object.values(choice).map((option) => option?.id ?? ""));
}

describe("combinations of extras", () => {
  it("are all of what is listed; nothing listed stays empty", () => {
    expect(
      ids({ rune: ["rune:scholar", "rune:eagle"], food: ["", "food:cilantro-lime-sous-vide-steak"] }),
    ).toEqual([
      ["rune:scholar", "", "", "", "", ""],
      ["rune:scholar", "", "", "", "food:cilantro-lime-sous-vide-steak", ""],
      ["rune:eagle", "", "", "", "", ""],
      ["rune:eagle", "", "", "", "food:cilantro-lime-sous-vide-steak", ""],
    ]);
  });

  it("hold two different sigils, in no order", () => {
    const sigils = ["sigil:force", "sigil:air", "sigil:accuracy"];
    const pairs = ids({ sigil1: sigils, sigil2: sigils }).map((choice) =>
      choice.slice(2, 4).toSorted().join("+"),
    );
    expect(pairs).toHaveLength(3);
    expect(new Set(pairs).size).toBe(3);
  });

  it("keep what is worn now where nothing is listed", () => {
    const extras = { rune: "rune:eagle", relic: null, sigil1: null, sigil2: null, food: null, utility: null };
    const wearing = { ...kit, current: { slots: {}, infusionPoints: {}, extras } };
    expect(ids({}, wearing)).toEqual([["rune:eagle", "", "", "", "", ""]]);
  });

  it("are refused by the field at fault", () => {
    const refuse = (extras: NonNullable<Parameters<typeof testSettings>[0]>["extras"]) => {
      const made = extrasCombinations(kit, testSettings({ extras }));
      return made.ok ? null : made.error;
    };
    expect(refuse({ relic: ["relic:of-nothing"] })).toMatchObject({ field: "extras.relic" });
    expect(refuse({ sigil1: ["sigil:force"], sigil2: ["sigil:force"] })).toMatchObject({
      field: "extras.sigil2",
    });
    const many = (slot: keyof typeof kit.extras) => kit.extras[slot].slice(0, 40).map(({ id }) => id);
    const tooMany = refuse({ rune: many("rune"), relic: many("relic"), food: many("food") });
    expect(tooMany).toMatchObject({ field: "extras", message: expect.stringContaining("at most 5000") });
  });
});
