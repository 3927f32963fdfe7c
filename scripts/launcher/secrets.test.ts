import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keptSecret } from "./secrets.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gw2-secret-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("a kept secret", () => {
  it("is made once, long enough to sign sessions, and readable by its owner only", () => {
    const file = join(folder, "inner", "secret");
    const secret = keptSecret(file);
    expect(secret).toMatch(/^[\w-]{48}$/);
    expect(keptSecret(file)).toBe(secret);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, "inner"))).toEqual(["secret"]);
  });

  it("differs from any other", () => {
    expect(keptSecret(join(folder, "a"))).not.toBe(keptSecret(join(folder, "b")));
  });
});
