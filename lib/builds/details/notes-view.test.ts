import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gameData } from "../game-data.ts";
import { namedLoadout } from "../testing/named-loadout.ts";
import { detailsView } from "./details-view.ts";
import type { NoteBlock, NoteSpan, NotesView } from "./notes-tree.ts";
import { notesView } from "./notes-view.ts";
import { NO_DETAILS } from "./schema.ts";

const { catalog } = gameData();
const loadout = namedLoadout(catalog, {
  profession: "Guardian",
  lines: [["Virtues", "Unscathed Contender"], ["Firebrand"]],
  heal: "Shelter",
});

function view(text: string): NotesView {
  const { notes } = detailsView({ ...NO_DETAILS, notes: text }, loadout, catalog);
  if (!notes) throw new Error("There are no notes.");
  return notes;
}

const plain = (text: string) => notesView(text, () => undefined);

/** Every span of a tree, in order. */
function spansOf(blocks: readonly NoteBlock[]): NoteSpan[] {
  const inSpans = (spans: readonly NoteSpan[]): NoteSpan[] =>
    spans.flatMap((span) => ("spans" in span ? [span, ...inSpans(span.spans)] : [span]));
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case "paragraph":
      case "heading":
        return inSpans(block.spans);
      case "quote":
        return spansOf(block.blocks);
      case "list":
        return block.items.flatMap(spansOf);
      case "table":
        return [...block.head, ...block.rows.flat()].flatMap(inSpans);
      default:
        return [];
    }
  });
}

const linksOf = (text: string) =>
  spansOf(plain(text).blocks).flatMap((span) => (span.kind === "link" ? [span.href] : []));
const textOf = (text: string) =>
  spansOf(plain(text).blocks)
    .map((span) => ("text" in span ? span.text : ""))
    .join("");

describe("notes", () => {
  it("keep paragraphs, headings, lists, quotes, tables, code and emphasis", () => {
    const { blocks } = plain(
      "# One\n\n### Two\n\n1. a\n2. **b** ~~c~~\n\n> q\n\n| h |\n| - |\n| *d* |\n\n```\ncode\n```\n\n---\n\nline  \nend",
    );
    expect(blocks.map(({ kind }) => kind)).toEqual([
      "heading",
      "heading",
      "list",
      "quote",
      "table",
      "code",
      "rule",
      "paragraph",
    ]);
    expect(blocks[0]).toMatchObject({ level: 1 });
    expect(blocks[1]).toMatchObject({ level: 2 });
    expect(blocks[2]).toMatchObject({ start: 1 });
    expect(spansOf(blocks).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["strong", "delete", "emphasis", "break"]),
    );
  });

  it("show HTML as the text that it is", () => {
    const html = '<img src=x onerror="alert(1)">';
    expect(plain(html).blocks).toEqual([{ kind: "paragraph", spans: [{ kind: "text", text: html }] }]);
    expect(textOf("a <b>bold</b> word")).toBe("a <b>bold</b> word");
  });

  it("show no pictures, only what they are called", () => {
    expect(plain("![a cat](https://example.org/cat.png)").blocks).toEqual([
      { kind: "paragraph", spans: [{ kind: "text", text: "a cat" }] },
    ]);
  });

  it.each([
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt&#58;alert(1))",
    "[x](data:text/html,hi)",
    "[x](vbscript:x)",
    "[x](file:///etc/passwd)",
    "[x](//example.org)",
    "[x](/b/somewhere)",
    "[x](https://user:word@example.org)",
    "[x][r]\n\n[r]: javascript:alert(1)",
    "<javascript:alert(1)>",
  ])("have no link for %s", (text) => {
    expect(linksOf(text)).toEqual([]);
  });

  it("link to http and https, by reference too", () => {
    expect(linksOf("[x](https://example.org/a?b=c#d) <http://example.org>")).toEqual([
      "https://example.org/a?b=c#d",
      "http://example.org/",
    ]);
    expect(linksOf("[x][r]\n\n[r]: https://example.org")).toEqual(["https://example.org/"]);
  });

  it("show what lies too deep as it was typed", () => {
    const deep = `${"> ".repeat(20)}deep`;
    expect(textOf(deep)).toMatch(/^(?:> )+deep$/);
  });

  it("never throw, and link nowhere but to the web, whatever is written (property)", () => {
    const piece = fc.constantFrom(
      ..."[]()<>!*_~`|#>-+.:\\\n \"'&;/@ab1".split(""),
      "javascript:",
      "https://a.b",
      "[[",
      "]]",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 120 }), (pieces) => {
        const { blocks } = view(`x${pieces.join("")}`);
        for (const span of spansOf(blocks)) {
          if (span.kind === "link") expect(span.href).toMatch(/^https?:\/\//);
        }
      }),
      { seed: 5, numRuns: 3000 },
    );
  });
});

describe("names in notes", () => {
  it("become cards with the figures of the game, each skill once", () => {
    const { blocks, cards } = view("Use [[shelter]], then [[Shelter|your heal]].");
    expect(cards).toEqual([
      expect.objectContaining({ key: expect.stringMatching(/^skill:/), name: "Shelter" }),
    ]);
    expect(cards[0]?.kind).toBe("Heal skill");
    expect(cards[0]?.facts.length).toBeGreaterThan(0);
    expect(spansOf(blocks).filter(({ kind }) => kind === "card")).toEqual([
      { kind: "card", card: 0, text: "shelter" },
      { kind: "card", card: 0, text: "your heal" },
    ]);
  });

  it("of traits say their line", () => {
    expect(view("[[Unscathed Contender]]").cards[0]?.kind).toMatch(/trait of Virtues$/);
  });

  it("stand as Markdown links, too", () => {
    const { cards } = view("[Shelter](skill) [it](trait:Unscathed_Contender) [x](<skill:Mantra of Potence>)");
    expect(cards.map(({ name }) => name)).toEqual(["Shelter", "Unscathed Contender", "Mantra of Potence"]);
  });

  it("that the game does not know stay text", () => {
    expect(view("[[Kamehameha]]")).toEqual({
      blocks: [{ kind: "paragraph", spans: [{ kind: "text", text: "Kamehameha" }] }],
      cards: [],
    });
  });

  it("mean the one of the profession where several have it", () => {
    const namesakes = catalog.skills.all.filter(
      ({ name, id }) =>
        catalog.skills.named(name).length > 1 && catalog.palettesOfSkill("Guardian", id).length > 0,
    );
    expect(namesakes.length).toBeGreaterThan(0);
    for (const { name } of namesakes) {
      const id = Number(view(`[[skill:${name}]]`).cards[0]?.key.split(":")[1]);
      const slottable = catalog.skills
        .named(name)
        .filter((one) => catalog.palettesOfSkill("Guardian", one.id).length > 0);
      expect(
        slottable.map((one) => Number(one.id)),
        name,
      ).toContain(id);
    }
  });
});
