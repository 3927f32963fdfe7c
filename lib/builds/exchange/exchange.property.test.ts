import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildDetailsSchema, NO_DETAILS } from "../details/schema.ts";
import { ACTIVITIES, BUILD_ROLES, DIFFICULTIES } from "../details/words.ts";
import type { Loadout } from "../loadout.ts";
import { encodeLoadout } from "../loadout-code/loadout-code.ts";
import { anyLoadout } from "../testing/any-loadout.ts";
import { legalLoadout } from "../testing/legal-loadout.ts";
import { buildDocumentSchema, type PlainBuild } from "./build-json.ts";
import { discordText, MOST_IN_DISCORD } from "./discord-text.ts";
import { exportText } from "./export-text.ts";
import { readDocuments } from "./read-document.ts";
import type { FoundBuild } from "./read-pieces.ts";
import { builds, exportOf, parts, read } from "./testing/exchanged.ts";

const legal = fc.integer({ min: 0, max: 400 }).map((seed) => legalLoadout(parts, seed));
const prose = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 300 }),
  fc.string({ unit: "binary", maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        "# Heading\n",
        "**Notes**\n",
        "Whole build: x\n",
        "<!-- gw2optimizer notes 1 -->\n",
        "[[Shelter]] ",
        "- Role: Tank\n",
        "{",
        '"',
        "\n",
        "@everyone ",
        "[&DQ=] ",
      ),
      { maxLength: 40 },
    )
    .map((all) => all.join("")),
  fc.constant("long ".repeat(1500)),
);
const details = fc
  .record({
    notes: prose,
    rotation: prose,
    video: fc.constantFrom(null, "https://youtu.be/dQw4w9WgXcQ"),
    tags: fc.uniqueArray(fc.constantFrom("pug", "low-intensity", "メスマー", "cm"), { maxLength: 4 }),
    role: fc.constantFrom(null, ...BUILD_ROLES),
    difficulty: fc.constantFrom(null, ...DIFFICULTIES),
    activities: fc.subarray([...ACTIVITIES]),
  })
  .map((given) => buildDetailsSchema.safeParse(given))
  .filter((parsed) => parsed.success)
  .map((parsed) => parsed.data ?? NO_DETAILS);
const name = fc
  .oneof(
    fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 80 }),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }),
    fc.constantFrom(
      "# **Bold** _name_",
      "a \\* b",
      "@everyone @here <@1>",
      "[x](y)",
      "`code` ||spoiler||",
      "- list",
    ),
  )
  .map((text) => text.replace(/\s+/g, " ").trim().slice(0, 80).trim())
  .filter((text) => text !== "" && text.isWellFormed() && !/\p{C}/u.test(text));
const build: fc.Arbitrary<PlainBuild> = fc.record({ name, loadout: legal, details });

const same = (found: FoundBuild | undefined, loadout: Loadout) =>
  found !== undefined && isDeepStrictEqual(found.opened.loadout, loadout);

describe("what is taken away comes back", () => {
  it("as JSON: name, loadout and details", () => {
    fc.assert(
      fc.property(build, (given) => {
        const text = exportText(exportOf(given), "json");
        buildDocumentSchema.parse(JSON.parse(text));
        const [found, ...others] = builds(`Look:\n${text}\nbye`);
        expect(others).toEqual([]);
        expect(found).toMatchObject({ source: "JSON", name: given.name, details: given.details, lost: [] });
        expect(same(found, given.loadout)).toBe(true);
      }),
      { seed: 1, numRuns: 150 },
    );
  });

  it("as JSON: any loadout that the schema accepts", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const loadout = anyLoadout(seed);
        const text = exportText(exportOf({ name: "Any", loadout, details: NO_DETAILS }), "json");
        const [document] = readDocuments(JSON.parse(text));
        expect(document?.ok && isDeepStrictEqual(document.value.loadout, loadout)).toBe(true);
      }),
      { seed: 2, numRuns: 150 },
    );
  });

  it("as Markdown: name, loadout and details, several after one another", () => {
    fc.assert(
      fc.property(build, build, (one, other) => {
        const text = `${exportText(exportOf(one), "markdown")}\n${exportText(exportOf(other), "markdown")}`;
        const found = builds(text);
        expect(found).toHaveLength(2);
        for (const [position, given] of [one, other].entries()) {
          expect(found[position]).toMatchObject({
            source: "Markdown",
            name: given.name,
            details: given.details,
            lost: [],
          });
          expect(same(found[position], given.loadout)).toBe(true);
        }
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  it("as Discord text: name, loadout, role, activities and tags, within one message whatever is written", () => {
    fc.assert(
      fc.property(build, (given) => {
        const text = discordText(exportOf(given));
        expect(text.length).toBeLessThanOrEqual(MOST_IN_DISCORD);
        const [found] = builds(text);
        expect(found).toMatchObject({ source: "Discord text", name: given.name, lost: [] });
        expect(same(found, given.loadout)).toBe(true);
        const { role, difficulty, activities, tags, video } = given.details;
        expect(found?.details).toMatchObject({ role, difficulty, activities, tags, video });
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  it("as Discord text under 2,000 characters for any loadout", () => {
    fc.assert(
      fc.property(fc.nat(), details, (seed, said) => {
        const text = discordText(
          exportOf({ name: "N".repeat(80), loadout: anyLoadout(seed), details: said }),
        );
        expect(text.length).toBeLessThanOrEqual(MOST_IN_DISCORD);
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it("as share link: the loadout; as chat link: what the game's link holds", () => {
    fc.assert(
      fc.property(legal, (loadout) => {
        const given = exportOf({ name: "Build", loadout, details: NO_DETAILS });
        const [byCode] = builds(exportText(given, "link"));
        expect(same(byCode, loadout)).toBe(true);
        const [byLink] = builds(exportText(given, "chat-link"));
        expect(byLink?.opened.link).toBe(given.chatLink);
        expect(byLink?.notHeld).toContain("equipment");
      }),
      { seed: 6, numRuns: 100 },
    );
  });
});

const LINK = "[&DQENPi47PhpLF0sXFgE2AUsBFgE2AS0BGBYYFgAAAAAAAAAAAAAAAAAAAAAEBQBXADUAMQAA]";
const CODE = encodeLoadout(legalLoadout(parts, 7));

describe("reading what is pasted", () => {
  it("never throws, and takes little time, whatever is pasted", () => {
    const bits = fc.constantFrom(
      ...'{}[]()<>"\\:,.#*@&=/?-_ \n'.split(""),
      "[&DQ",
      "http://",
      "/b/",
      "?code=",
      CODE,
      LINK,
      '{"',
      "Whole build: ",
      "# x\n",
      "null",
      "1",
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 60 }), (all) => {
        read(all.join(""));
      }),
      { seed: 8, numRuns: 1500 },
    );
  });

  it.each([
    ["brackets", "[{".repeat(50_000)],
    ["closed brackets", "[{}]".repeat(25_000)],
    ["dots", "a.".repeat(50_000)],
    ["hosts", "a.b/ ".repeat(20_000)],
    ["links", "[&".repeat(50_000)],
    ["headings", "# a\n".repeat(25_000)],
    ["own lines", "# a\nWhole build: x\n".repeat(5_000)],
    ["codes", `${"x".repeat(30)} `.repeat(3_000)],
    ["quotes", '{"'.repeat(50_000)],
  ])("takes less than three seconds for 100,000 characters of %s", (_, text) => {
    const start = performance.now();
    read(text);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
