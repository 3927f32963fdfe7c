import { describe, expect, it } from "vitest";
import { z } from "zod";
import { AppError } from "#lib/shared/app-error.ts";
import { parseInput } from "./parse-input.ts";

const schema = z.object({
  name: z.string().min(1, "Give the build a name."),
  gear: z.array(z.object({ stat: z.number() })).optional(),
});

function refusal(input: unknown): AppError {
  try {
    parseInput(schema, input);
  } catch (error) {
    if (error instanceof AppError) return error;
  }
  throw new Error("parseInput did not refuse");
}

describe("parseInput", () => {
  it("returns what the schema makes of the input, and nothing else", () => {
    expect(parseInput(schema, { name: "Minstrel", admin: true })).toEqual({ name: "Minstrel" });
  });

  it("refuses in the schema's words and names the field", () => {
    expect(refusal({ name: "" })).toMatchObject({
      code: "INVALID_INPUT",
      message: "Give the build a name.",
      field: "name",
    });
  });

  it("names a field inside others by its path", () => {
    expect(refusal({ name: "x", gear: [{ stat: 1 }, { stat: "2" }] }).field).toBe("gear.1.stat");
  });

  it.each([
    [{}, "name is missing: give one text."],
    [{ name: ["a", "b"] }, "name is of the wrong kind: give one text."],
    [{ name: "x", gear: [{ stat: "2" }] }, "gear.0.stat is of the wrong kind: give a number."],
    [null, "The input is of the wrong kind: give a JSON object."],
  ])("says in plain words what to mend where the schema has none: %j", (input, message) => {
    expect(refusal(input).message).toBe(message);
  });

  it.each([
    [z.string().max(3), "abcd", "The input is too long: give at most 3 characters."],
    [z.number().min(2), 1, "The input is too small: give at least 2."],
    [z.enum(["pve", "pvp"]), "x", 'The input is none of the possible values: give "pve" or "pvp".'],
    [z.uuid(), "x", "The input is not written as it should be: correct it and try again."],
    [
      z.discriminatedUnion("kind", [z.object({ kind: z.literal("a") }), z.object({ kind: z.literal("b") })]),
      { kind: "c" },
      'kind is none of the possible values: give "a" or "b".',
    ],
  ])("never shows the words of the parser", (made, input, message) => {
    expect(() => parseInput(made, input)).toThrow(message);
  });

  it("names no field where the whole input is of another kind", () => {
    expect(refusal(null).field).toBeUndefined();
  });
});
