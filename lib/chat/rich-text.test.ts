import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Block, parseRichText } from "./rich-text.ts";

const plain = (text: string) => [{ at: 0, kind: "text", text }];

describe("parseRichText", () => {
  it("parts paragraphs at empty lines and keeps single line breaks", () => {
    expect(parseRichText("one\ntwo\n\nthree")).toEqual([
      { at: 0, kind: "paragraph", spans: plain("one\ntwo") },
      { at: 3, kind: "paragraph", spans: plain("three") },
    ]);
  });

  it("reads lists, with items that go on in the next line", () => {
    const list = { kind: "list", ordered: false, start: 1 };
    expect(parseRichText("Skills:\n- one\n  more\n* two\n\n3. third\n4) fourth")).toEqual([
      { at: 0, kind: "paragraph", spans: plain("Skills:") },
      {
        ...list,
        at: 1,
        items: [
          { at: 1, spans: plain("one more") },
          { at: 3, spans: plain("two") },
        ],
      },
      {
        ...list,
        at: 5,
        ordered: true,
        start: 3,
        items: [
          { at: 5, spans: plain("third") },
          { at: 6, spans: plain("fourth") },
        ],
      },
    ]);
  });

  it("reads headings, bold and code", () => {
    expect(parseRichText("## Traits ##\nuse **Might** and `F1`")).toEqual([
      { at: 0, kind: "heading", spans: plain("Traits") },
      {
        at: 1,
        kind: "paragraph",
        spans: [
          { at: 0, kind: "text", text: "use " },
          { at: 4, kind: "bold", text: "Might" },
          { at: 13, kind: "text", text: " and " },
          { at: 18, kind: "code", text: "F1" },
        ],
      },
    ]);
  });

  it("shows code as it is, also while its fence is not closed yet", () => {
    expect(parseRichText("```ts\n- a\n\n**b**")).toEqual([{ at: 0, kind: "code", text: "- a\n\n**b**" }]);
  });

  it("leaves HTML, links and images the text they are", () => {
    const text = "<img src=x onerror=alert(1)> [click](javascript:alert(1)) ![i](http://x)";
    expect(parseRichText(text)).toEqual([{ at: 0, kind: "paragraph", spans: plain(text) }]);
  });

  it("leaves marks that are not closed the text they are", () => {
    expect(parseRichText("2 * 3 ** 4 and `open")).toEqual([
      { at: 0, kind: "paragraph", spans: plain("2 * 3 ** 4 and `open") },
    ]);
  });

  it("loses no word of any text", () => {
    const piece = fc.constantFrom("word", "**", "`", "- ", "1. ", "# ", "\n", "\n\n", "  ", "x");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join("");
        const letters = (value: string) => value.replace(/[^wordx]/g, "");
        // What follows a fence is the name of a language, not text.
        fc.pre(!text.includes("```"));
        expect(letters(parseRichText(text).map(textOf).join(""))).toBe(letters(text));
      }),
      { seed: 20261121, numRuns: 300 },
    );
  });
});

function textOf(block: Block): string {
  if (block.kind === "code") return block.text;
  const spans = block.kind === "list" ? block.items.flatMap((item) => item.spans) : block.spans;
  return spans.map(({ text }) => text).join("");
}
