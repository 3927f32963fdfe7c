import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type InputPiece, piecesOf } from "./input-stream.ts";

async function piecesOfText(chunks: readonly (string | Uint8Array)[]): Promise<InputPiece[]> {
  const pieces: InputPiece[] = [];
  async function* stream() {
    yield* chunks;
  }
  for await (const piece of piecesOf(stream())) pieces.push(piece);
  return pieces;
}

describe("piecesOf", () => {
  it("gives lines with their numbers, whatever ends them", async () => {
    expect(await piecesOfText(["a\n\nb\r\nc\rd"])).toEqual([
      { kind: "line", number: 1, text: "a" },
      { kind: "line", number: 3, text: "b" },
      { kind: "line", number: 4, text: "c" },
      { kind: "line", number: 5, text: "d" },
    ]);
  });

  it("reads a JSON document over one line or several, and JSON Lines line by line", async () => {
    expect(await piecesOfText(['{"a":1}\n'])).toEqual([{ kind: "document", json: { a: 1 } }]);
    expect(await piecesOfText(['[\n {"a":1}\n]\n\n'])).toEqual([{ kind: "document", json: [{ a: 1 }] }]);
    expect(await piecesOfText(['{"a":1}\n{"b":2}\n'])).toEqual([
      { kind: "line", number: 1, text: '{"a":1}' },
      { kind: "line", number: 2, text: '{"b":2}' },
    ]);
  });

  it("takes a broken document for lines", async () => {
    expect(await piecesOfText(["{\n1\n"])).toEqual([
      { kind: "line", number: 1, text: "{" },
      { kind: "line", number: 2, text: "1" },
    ]);
  });

  it("takes no chat link for a document, and drops a byte order mark", async () => {
    expect(await piecesOfText([new Uint8Array([0xef, 0xbb, 0xbf]), "[&AA==]"])).toEqual([
      { kind: "line", number: 1, text: "[&AA==]" },
    ]);
  });

  it("is empty for empty input", async () => {
    expect(await piecesOfText([])).toEqual([]);
    expect(await piecesOfText(["\n \n"])).toEqual([]);
  });

  it("gives the same wherever the bytes are cut", async () => {
    const text = fc.string({
      unit: fc.constantFrom("a", "ü", "\n", "\r", " ", "{", "}", "[", "1", ","),
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.nat(60), { maxLength: 4 }), async (whole, cuts) => {
        const bytes = new TextEncoder().encode(whole);
        const places = [
          0,
          ...cuts.filter((cut) => cut < bytes.length).toSorted((a, b) => a - b),
          bytes.length,
        ];
        const chunks = places.slice(1).map((end, index) => bytes.slice(places[index], end));
        expect(await piecesOfText(chunks)).toEqual(await piecesOfText([whole]));
      }),
      { seed: 20260901, numRuns: 500 },
    );
  });
});
