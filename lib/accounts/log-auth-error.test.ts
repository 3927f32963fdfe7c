import { AuthError, CredentialsSignin } from "next-auth";
import { describe, expect, it } from "vitest";
import { createLogger } from "#lib/platform/log.ts";
import { logAuthError } from "./log-auth-error.ts";

class MissingCSRF extends AuthError {
  static type = "MissingCSRF" as const;
}

function logged(error: Error): Record<string, unknown>[] {
  const lines: string[] = [];
  logAuthError(error, createLogger("debug", { write: (line: string) => void lines.push(line) }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe("logAuthError", () => {
  it("logs a form without its token as a refusal, without a stack", () => {
    const lines = logged(new MissingCSRF("CSRF token was missing during an action callback"));
    expect(lines).toMatchObject([
      { level: "info", event: "auth", code: "FORBIDDEN", msg: "request refused: MissingCSRF" },
    ]);
    expect(JSON.stringify(lines)).not.toContain("stack");
  });

  it("says nothing of a wrong password", () => {
    expect(logged(new CredentialsSignin())).toEqual([]);
  });

  it("logs a fault with its stack", () => {
    const lines = logged(new Error("the database is away"));
    expect(lines).toMatchObject([{ level: "error", event: "auth", msg: "unexpected error" }]);
    expect(JSON.stringify(lines)).toContain("stack");
  });
});
