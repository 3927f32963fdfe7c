import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildView } from "../build-view.ts";
import { buildDetailsSchema, NO_DETAILS } from "../details/schema.ts";
import { ACTIVITIES, BUILD_ROLES, DIFFICULTIES } from "../details/words.ts";
import { gameData } from "../game-data.ts";
import type { Loadout } from "../loadout.ts";
import { encodeLoadout } from "../loadout-code/loadout-code.ts";
import { linkOfLoadout } from "../loadout-link.ts";
import { anyLoadout } from "../testing/any-loadout.ts";
import { legalLoadout, partsOfProject } from "../testing/legal-loadout.ts";
import { buildDocumentSchema, buildJsonSchema, type PlainBuild } from "./build-json.ts";
import { discordText, MOST_IN_DISCORD } from "./discord-text.ts";
import { exportText } from "./export-text.ts";
import type { ExportedBuild } from "./exported-build.ts";
import { findPieces } from "./find-pieces.ts";
import { readDocuments } from "./read-document.ts";
import { type FoundBuild, type Reading, readPiece } from "./read-pieces.ts";

const { catalog, links } = gameData();
const parts = partsOfProject();
const SITE = "https://builds.example.org";

function exportOf(build: PlainBuild): ExportedBuild {
  const link = linkOfLoadout(build.loadout, links);
  return {
    ...build,
    view: buildView(build.loadout, catalog, { warnings: [], linkListsWeapons: null }),
    chatLink: link.ok ? link.value : "[&DQ]",
    code: encodeLoadout(build.loadout),
    site: SITE,
    pageUrl: `${SITE}/b/some-build-x2k9x2k9`,
    author: "Aurene *the* Prismatic",
    names: {},
  };
}

function read(text: string): Reading[] {
  return findPieces(text).flatMap((piece) => readPiece(piece, { text, mode: "pve", site: SITE }));
}

function builds(text: string): FoundBuild[] {
  return read(text).flatMap((one) => (one.kind === "found" ? [one.build] : []));
}

function messages(text: string): string[] {
  return read(text).flatMap((one) => (one.kind === "unread" ? [one.part.message] : []));
}

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

describe("what is taken away comes back (property)", () => {
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

describe("what a format cannot hold", () => {
  const given = exportOf({
    name: "Stated",
    loadout: legalLoadout(parts, 3),
    details: { ...NO_DETAILS, notes: "x", tags: ["pug"] },
  });

  it("is said in the text itself", () => {
    expect(exportText(given, "chat-link")).toMatch(/cannot hold .*equipment.*notes and tags/);
    expect(exportText(given, "link")).toMatch(/cannot hold .*notes and tags/);
    const long = { ...given, details: { ...given.details, notes: "word ".repeat(500) } };
    expect(exportText(long, "discord")).toMatch(/Too long for one message: .*notes\.$/);
  });

  it("calls nobody in Discord", () => {
    const rude = { ...given, name: "@everyone", details: { ...given.details, notes: "@here <@123> <@&45>" } };
    expect(discordText(rude)).not.toMatch(/@(?:everyone|here|[!&]?\d)/);
  });
});

describe("the JSON Schema", () => {
  it("is made of the schema that reads, with its required fields", () => {
    expect(buildJsonSchema()).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title: "GW2Optimizer build",
      required: ["format", "version", "name", "loadout"],
      additionalProperties: false,
    });
  });
});

const LINK = "[&DQENPi47PhpLF0sXFgE2AUsBFgE2AS0BGBYYFgAAAAAAAAAAAAAAAAAAAAAEBQBXADUAMQAA]";
const CODE = encodeLoadout(legalLoadout(parts, 7));
const OWN = { name: "Power", loadout: legalLoadout(parts, 8), details: NO_DETAILS };
const JSON_TEXT = exportText(exportOf(OWN), "json");

describe("reading what is pasted", () => {
  it.each([
    ["a chat link alone", LINK, ["Chat link"]],
    ["a chat link in a text", `Heal FB: ${LINK} from reddit`, ["Chat link"]],
    ["a bare code", CODE, ["Loadout code"]],
    ["a code that a chat wrapped", `${CODE.slice(0, 40)}\n${CODE.slice(40)}`, ["Loadout code"]],
    ["a share link", `${SITE}/build?code=${CODE}`, ["Share link"]],
    [
      "a share link of another installation",
      `https://elsewhere.example/build?code=${CODE}&mode=wvw`,
      ["Share link"],
    ],
    ["an editor link", `see ${SITE}/editor?code=${CODE}.`, ["Share link"]],
    ["an optimizer link", `<${SITE}/optimizer?loadout=${CODE}>`, ["Share link"]],
    ["an address with a chat link in it", `${SITE}/build?link=${encodeURIComponent(LINK)}`, ["Chat link"]],
    ["the same unescaped", `${SITE}/build?link=${LINK}`, ["Chat link"]],
    ["a comparison", `${SITE}/compare?b=${CODE}&b=${encodeURIComponent(LINK)}`, ["Share link", "Chat link"]],
    ["JSON", JSON_TEXT, ["JSON"]],
    ["JSON in a fence", `\`\`\`json\n${JSON_TEXT}\`\`\``, ["JSON"]],
    ["a list of JSON builds", `[${JSON_TEXT},${JSON_TEXT}]`, ["JSON", "JSON"]],
    ["a bare loadout", JSON.stringify(OWN.loadout), ["JSON"]],
    [
      "a list of links",
      `1. ${LINK}\n2. ${SITE}/build?code=${CODE}\n- ${CODE}`,
      ["Chat link", "Share link", "Loadout code"],
    ],
  ])("%s", (_, text, sources) => {
    expect(builds(text).map(({ source }) => source)).toEqual(sources);
    expect(messages(text)).toEqual([]);
  });

  it("asks for pages of this app by their slug", () => {
    const text = `${SITE}/b/heal-x2k9x2k9?mode=wvw /b/other-x2k9x2k9 ${SITE}/embed/b/third-x2k9x2k9 ${SITE}/editor?from=fourth`;
    expect(read(text).map((one) => one.kind === "slug" && one.slug)).toEqual([
      "heal-x2k9x2k9",
      "other-x2k9x2k9",
      "third-x2k9x2k9",
      "fourth",
    ]);
    expect(read("heal-x2k9x2k9")).toMatchObject([{ kind: "slug", slug: "heal-x2k9x2k9" }]);
  });

  it.each([
    [
      "http://gw2skills.net/editor/?PWwAkqlVwcYasMWKO8XtbA-zxIY1olfMZCEmC-e",
      /gw2skills\.net.*copy the chat link/,
    ],
    ["gw2skills.net/editor/?PWwAkqlVwcYasMWKO8XtbA-zxIY1olfMZCEmC-e", /gw2skills\.net/],
    ["https://snowcrows.com/builds/raids/guardian/heal", /Snow Crows.*chat link/],
    ["https://elsewhere.example/b/heal-x2k9x2k9", /another site.*JSON/],
    ["https://example.org/x", /holds no build/],
    [`${SITE}/library?q=heal`, /not of one build/],
    ["[&AgH1WQAA]", /item link, not a build/],
    ["[&DQYZ]", /cut off/],
    [`${SITE}/build?code=${CODE.slice(0, -2)}`, /damaged/],
    [JSON_TEXT.slice(0, -20), /brackets do not close/],
    [JSON_TEXT.replace('"version": 1', '"version": 1,,'), /no valid JSON: .*line 4/],
    ['{"hello": "world"}', /no build of this app/],
    [JSON_TEXT.replace('"version": 1', '"version": 9'), /newer app/],
  ])("says of %s why it cannot be read", (text, message) => {
    expect(builds(text)).toEqual([]);
    expect(messages(text)[0]).toMatch(message);
  });

  it("finds nothing in ordinary words", () => {
    expect(read("Hello, is there a good and/or cheap build for e.g. fractals?")).toEqual([]);
  });

  it("takes names that stand before links", () => {
    const text = `- Heal FB: ${LINK}\n**Power DH** ${SITE}/build?code=${CODE}\nhttps://youtu.be/x ${CODE}`;
    expect(builds(text).map(({ name }) => name)).toEqual(["Heal FB", "Power DH", null]);
  });

  it("reads JSON with faults as far as it goes, and names each fault by its field", () => {
    const document = JSON.parse(JSON_TEXT);
    document.loadout.weapons.a.main.statSet = "Berzerker";
    document.loadout.skills.terrestrial.utility[1] = -5;
    document.loadout.hat = "red";
    document.loadout.skillOverrides = [1, "two", 3];
    document.details.tags = ["fine", "!"];
    document.details.role = "god";
    document.extra = 1;
    const [found] = builds(JSON.stringify(document));
    expect(found?.lost.map(({ field }) => field).toSorted()).toEqual([
      "details.role",
      "details.tags[1]",
      "extra",
      "loadout.hat",
      "loadout.skillOverrides[1]",
      "loadout.skills.terrestrial.utility[1]",
      "loadout.weapons.a.main.statSet",
    ]);
    expect(found?.opened.loadout.skillOverrides).toEqual([1, 3]);
    expect(found?.details.tags).toEqual(["fine"]);
    expect(found?.opened.loadout.skills.terrestrial.utility[0]).toBe(
      OWN.loadout.skills.terrestrial.utility[0],
    );
  });

  it("never throws, and takes little time, whatever is pasted (property)", () => {
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
