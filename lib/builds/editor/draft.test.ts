import { describe, expect, it } from "vitest";
import { type Draft, type DraftStorage, EMPTY_FORM, findDrafts, removeDraft, writeDraft } from "./draft.ts";
import { emptyLoadout } from "./new-loadout.ts";

/** A browser's storage with room for so many letters. */
function storageOf(room = 1_000_000): DraftStorage & { readonly items: Map<string, string> } {
  const items = new Map<string, string>();
  return {
    items,
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    removeItem: (key) => void items.delete(key),
    setItem: (key, value) => {
      const others = [...items].reduce((sum, [name, text]) => sum + (name === key ? 0 : text.length), 0);
      if (others + value.length > room) throw new Error("QuotaExceededError");
      items.set(key, value);
    },
  };
}

const draft = (savedAt: number, name = "Half done"): Draft => ({
  savedAt,
  loadout: emptyLoadout("Mesmer"),
  form: { ...EMPTY_FORM, name },
  base: null,
});

describe("drafts", () => {
  it("come back as they were kept, newest first, each tab's own", () => {
    const storage = storageOf();
    writeDraft(storage, "new", "one", draft(1000));
    writeDraft(storage, "new", "two", draft(2000, "Other tab"));
    writeDraft(storage, "build x", "one", draft(3000));
    expect(findDrafts(storage, "new")).toEqual([
      { tab: "two", draft: draft(2000, "Other tab") },
      { tab: "one", draft: draft(1000) },
    ]);
    removeDraft(storage, "new", "two");
    expect(findDrafts(storage, "new").map(({ tab }) => tab)).toEqual(["one"]);
  });

  it("keep what was typed even where it could not be saved", () => {
    const storage = storageOf();
    const details = { ...EMPTY_FORM.details, video: "not an address", notes: "x".repeat(20_000) };
    const typed = { ...draft(1000), form: { ...EMPTY_FORM, name: "", note: "why", details } };
    writeDraft(storage, "new", "one", typed);
    expect(findDrafts(storage, "new")[0]?.draft).toEqual(typed);
  });

  it("make room by dropping the oldest, never the one that is written", () => {
    const one = JSON.stringify({ version: 1, ...draft(1) }).length;
    const storage = storageOf(one * 2 + 100);
    for (const at of [1000, 2000, 3000])
      expect(writeDraft(storage, `build ${at}`, "one", draft(at))).toBe(true);
    expect([...storage.items.keys()]).toEqual(["gw2.draft build 2000 one", "gw2.draft build 3000 one"]);
    expect(writeDraft(storageOf(10), "new", "one", draft(1000))).toBe(false);
  });

  it("that cannot be read are left alone", () => {
    const storage = storageOf();
    storage.setItem("gw2.draft new one", '{"version":2}');
    storage.setItem("gw2.draft new two", "not JSON");
    expect(findDrafts(storage, "new")).toEqual([]);
    expect(storage.length).toBe(2);
  });
});
