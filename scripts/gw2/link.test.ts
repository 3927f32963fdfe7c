import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { BUILD_VECTORS, EDGE_VECTORS, OTHER_VECTORS } from "#lib/catalog/chat-links/fixtures/vectors.ts";
import { runLink } from "./link.ts";

const VECTORS = [...BUILD_VECTORS, ...OTHER_VECTORS];
const CODES = VECTORS.map(({ code }) => code);
const SKILL = "[&BtIWAAA=]";

async function link(args: readonly string[], input = "") {
  const out: string[] = [];
  const errors: string[] = [];
  const exitCode = await runLink(args, {
    stdin: Readable.from([input]),
    stdout: (line) => out.push(line),
    stderr: (line) => errors.push(line),
  });
  return { exitCode, out, errors, records: () => out.map((line): unknown => JSON.parse(line)) };
}

describe("gw2 link decode", () => {
  it.each([
    ["bare lines", CODES.join("\n")],
    ["lines with CRLF, blank lines and a byte order mark", `\ufeff\r\n${CODES.join("\r\n\r\n")}\r\n`],
    ["JSON strings", CODES.map((code) => JSON.stringify(code)).join("\n")],
    ["JSON objects with a code", VECTORS.map((vector) => JSON.stringify(vector)).join("\n")],
    ["a JSON list over several lines", JSON.stringify(VECTORS, null, 2)],
    ["lines without brackets", CODES.map((code) => code.slice(2, -1)).join("\n")],
  ])("decodes all published links with the committed game data, given as %s", async (_form, input) => {
    const { exitCode, records, errors } = await link(["decode"], input);
    expect(records()).toEqual(VECTORS.map(({ expected }) => expected));
    expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: [] });
  });

  it("takes codes as arguments", async () => {
    const { exitCode, records } = await link(["decode", SKILL, CODES[0] ?? ""]);
    expect(records()).toEqual([{ type: "skill", id: 5842 }, VECTORS[0]?.expected]);
    expect(exitCode).toBe(0);
  });

  it("answers every edge case in its place: an error, or a record with warnings", async () => {
    const { exitCode, records, errors } = await link(
      ["decode", "--build"],
      EDGE_VECTORS.map(({ code }) => code).join("\n"),
    );
    expect(exitCode).toBe(1);
    for (const [index, record] of records().entries()) {
      const rejected = EDGE_VECTORS[index]?.handling === "reject";
      expect(record).toHaveProperty(rejected ? "error.code" : "warnings.0.code");
      expect(record).toHaveProperty(rejected ? "error.message" : "profession");
    }
    expect(records()).toHaveLength(EDGE_VECTORS.length);
    expect(errors.find((line) => line.includes("line 4:"))).toContain("41 bytes of at least 44");
  });

  it("goes on after a bad line and names it on standard error", async () => {
    const { exitCode, out, errors } = await link(["decode"], `${SKILL}\n\nnonsense here\n${SKILL}`);
    expect(out).toHaveLength(3);
    expect(JSON.parse(out[1] ?? "")).toMatchObject({ error: { code: "no-link" } });
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain("line 3");
    expect(exitCode).toBe(1);
  });
});

describe("gw2 link encode", () => {
  it.each([
    ["expected objects", VECTORS.map(({ expected }) => JSON.stringify(expected)).join("\n")],
    ["whole vectors, CRLF", VECTORS.map((vector) => JSON.stringify(vector)).join("\r\n")],
    ["a JSON list over several lines", JSON.stringify(VECTORS, null, 1)],
  ])("writes all published links back identically from %s", async (_form, input) => {
    const { exitCode, out, errors } = await link(["encode"], input);
    expect(out).toEqual(CODES);
    expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: [] });
  });

  it("writes back what decode wrote, errors staying in their place", async () => {
    const input = EDGE_VECTORS.map(({ code }) => code);
    const decoded = await link(["decode", "--build"], input.join("\n"));
    const { exitCode, out } = await link(["encode"], decoded.out.join("\n"));
    for (const [index, { handling, code }] of EDGE_VECTORS.entries()) {
      if (handling === "warn") expect(out[index]).toBe(code);
      if (handling === "reject") expect(out[index]).toBe(decoded.out[index]);
    }
    expect(exitCode).toBe(1);
  });

  it("takes one object over several lines", async () => {
    const { out } = await link(["encode"], JSON.stringify(VECTORS[0]?.expected, null, 2));
    expect(out).toEqual([CODES[0]]);
  });

  const build = BUILD_VECTORS[0]?.expected;
  it.each([
    ["no JSON", "hello", "record"],
    ["a list", "[[1]]", "record"],
    ["an unknown type", '{"type":"mount","id":1}', "type"],
    ["a missing field", '{"type":"item"}', "id"],
    ["a number out of range", '{"type":"skill","id":4294967296}', "id"],
    ["an ill-formed objective", '{"type":"objective","id":"38"}', "id"],
    [
      "no profession",
      JSON.stringify({ ...build, profession: undefined, professionCode: undefined }),
      "profession",
    ],
    ["an unknown profession", JSON.stringify({ ...build, profession: "Dervish" }), "profession"],
    ["a code of another profession", JSON.stringify({ ...build, professionCode: 2 }), "professionCode"],
    [
      "pets of a Guardian",
      JSON.stringify({ ...build, pets: { terrestrial: [1, 2], aquatic: [0, 0] } }),
      "pets",
    ],
    ["an unknown weapon", JSON.stringify({ ...build, weapons: ["Trident"] }), "weapons.0"],
  ])("refuses %s and names the field", async (_case, input, field) => {
    const { exitCode, records, errors } = await link(["encode"], input);
    expect(records()).toMatchObject([{ error: { code: "bad-record", field } }]);
    expect(errors).toHaveLength(1);
    expect(exitCode).toBe(1);
  });
});

describe("gw2 link", () => {
  it.each([
    [[], 2],
    [["translate"], 2],
    [["decode", "--fast"], 2],
    [["encode", "--build"], 2],
    [["--help"], 0],
    [["decode", "-h"], 0],
  ])("with %j ends with exit code %i", async (args, expected) => {
    const { exitCode, out, errors } = await link(args);
    expect(exitCode).toBe(expected);
    expect(expected === 0 ? out : errors).toHaveLength(1);
  });

  it("runs from the shell", () => {
    const script = join(import.meta.dirname, "../gw2.ts");
    const run = (args: string[], input = "") =>
      spawnSync(process.execPath, [script, ...args], { input, encoding: "utf8" });
    expect(run(["link", "decode"], `${SKILL}\n`)).toMatchObject({
      status: 0,
      stdout: '{"type":"skill","id":5842}\n',
    });
    expect(run(["link", "encode", '{"type":"skill","id":-1}']).status).toBe(1);
    expect(run(["lnik"])).toMatchObject({ status: 2, stdout: "" });
  }, 30_000);
});
