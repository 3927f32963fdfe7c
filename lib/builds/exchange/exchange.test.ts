import { describe, expect, it } from "vitest";
import { NO_DETAILS } from "../details/schema.ts";
import { encodeLoadout } from "../loadout-code/loadout-code.ts";
import { legalLoadout } from "../testing/legal-loadout.ts";
import { buildJsonSchema } from "./build-json.ts";
import { discordText } from "./discord-text.ts";
import { exportText } from "./export-text.ts";
import { builds, exportOf, messages, parts, read, SITE } from "./testing/exchanged.ts";

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
});
