import { describe, expect, it } from "vitest";
import { encodeLoadout } from "../loadout-code/loadout-code.ts";
import { loadoutSchema } from "../schema.ts";
import { buildReference } from "./build-reference.ts";

const FIREBRAND = "[&DQENPi47PhpLF0sXFgE2AUsBFgE2AS0BGBYYFgAAAAAAAAAAAAAAAAAAAAAEBQBXADUAMQAA]";
const CODE = encodeLoadout(loadoutSchema.parse({ version: 1, profession: "Guardian" }));

describe("what a text names as a build", () => {
  it.each([
    ["heal-firebrand-x2k9", "heal-firebrand-x2k9"],
    ["https://builds.example.org/b/heal-firebrand-x2k9?mode=wvw#numbers", "heal-firebrand-x2k9"],
    ["see /b/heal-firebrand-x2k9 please", "heal-firebrand-x2k9"],
    ["/embed/b/heal-firebrand-x2k9", "heal-firebrand-x2k9"],
  ])("%s: the page of a build", (text, slug) => {
    expect(buildReference(text)).toEqual({ kind: "slug", slug });
  });

  it("reads a loadout code, alone or in an address", () => {
    for (const text of [
      CODE,
      ` ${CODE}\n`,
      `https://x.org/build?code=${CODE}`,
      `/optimizer?loadout=${CODE}`,
    ]) {
      expect(buildReference(text), text).toEqual({ kind: "code", code: CODE });
    }
  });

  it("turns a build link of the game into a code, alone, in a text and in an address", () => {
    const alone = buildReference(FIREBRAND);
    expect(alone.kind).toBe("code");
    expect(buildReference(`try ${FIREBRAND} today`)).toEqual(alone);
    expect(buildReference(`/build?${new URLSearchParams({ link: FIREBRAND })}`)).toEqual(alone);
  });

  it("says what is wrong with a damaged link or code in place of searching for it", () => {
    expect(buildReference("[&DQENPi47]")).toMatchObject({ kind: "unreadable" });
    expect(buildReference("/build?code=AQiVC")).toMatchObject({ kind: "unreadable" });
    expect(buildReference("/build?link=%E0%A4%A")).toMatchObject({ kind: "unreadable" });
  });

  it("takes everything else for words to search for", () => {
    expect(buildReference("heal firebrand")).toEqual({ kind: "words" });
    expect(buildReference("")).toEqual({ kind: "words" });
  });
});
