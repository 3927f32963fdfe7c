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

  it("names no field where the whole input is of another kind", () => {
    expect(refusal(null).field).toBeUndefined();
  });
});
