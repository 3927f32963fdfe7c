import { describe, expect, it } from "vitest";
import type { ItemId, SkillId, TraitId } from "#lib/shared/ids.ts";
import {
  catalogManifest,
  getEquipmentPack,
  getItem,
  getProfession,
  getProfessionPack,
  getSkill,
  getSpecialization,
  getTrait,
  searchByName,
} from "./service.ts";

describe("lookups", () => {
  it("answer from the app's own catalogue", () => {
    expect(getSkill(9102 as SkillId)?.name).toBe("Shelter");
    const trait = getTrait(549 as TraitId);
    expect(trait?.name).toBe("Pure of Heart");
    expect(trait && getSpecialization(trait.specialization)?.name).toBe("Honor");
    expect(getItem(24554 as ItemId)?.name).toBe("Superior Sigil of Air");
    expect(getProfession("Thief")?.code).toBe(5);
    expect(catalogManifest().counts.professions).toBe(9);
    expect(getProfessionPack("Thief").professions).toHaveLength(1);
    expect(getEquipmentPack().statSets).toHaveLength(191);
    expect(getSkill(1 as SkillId)).toBeUndefined();
  });
});

describe("searchByName", () => {
  it("puts whole names first, then beginnings, then the rest", () => {
    const names = searchByName("shelter", 20, ["skills", "traits"]).map((hit) => hit.name);
    expect(names[0]).toBe("Shelter");
    expect(names.every((name) => name.toLowerCase().includes("shelter"))).toBe(true);
    const ranks = names.map((name) =>
      name.toLowerCase() === "shelter" ? 0 : name.toLowerCase().startsWith("shelter") ? 1 : 2,
    );
    expect(ranks).toEqual(ranks.toSorted());
  });

  it("says what a hit is and for whom", () => {
    expect(searchByName("Firebrand", 1)).toEqual([
      {
        kind: "specializations",
        id: 62,
        name: "Firebrand",
        icon: expect.any(String),
        profession: "Guardian",
      },
    ]);
    expect(searchByName("guardian", 1)[0]).toMatchObject({ kind: "professions", id: "Guardian" });
  });

  it("keeps to the limit and finds nothing for an empty text", () => {
    expect(searchByName("a", 7)).toHaveLength(7);
    expect(searchByName("a", 10_000)).toHaveLength(100);
    expect(searchByName("a", 0)).toHaveLength(1);
    expect(searchByName("   ")).toEqual([]);
    expect(searchByName("no such thing in the game")).toEqual([]);
  });
});
