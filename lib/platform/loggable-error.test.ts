import { DrizzleQueryError } from "drizzle-orm/errors";
import { describe, expect, it } from "vitest";
import { loggableError } from "./loggable-error.ts";

describe("loggableError", () => {
  it("keeps kind, words, code and stack of an error and of its causes", () => {
    const cause = Object.assign(new TypeError("socket closed"), { code: "ECONNRESET" });
    const logged = loggableError(new Error("cannot read builds", { cause }));
    expect(logged).toMatchObject({
      type: "Error",
      message: "cannot read builds",
      cause: { type: "TypeError", message: "socket closed", code: "ECONNRESET" },
    });
    expect(logged.stack).toContain("loggable-error.test.ts");
  });

  it("leaves out what players typed into a failed query", () => {
    const detail = { detail: "Key (email)=(ann@example.org) already exists." };
    const cause = Object.assign(new Error("duplicate key value"), { code: "23505" }, detail);
    const error = new DrizzleQueryError(
      "insert into users values ($1, $2)",
      ["ann@example.org", "Ann\n    at x"],
      cause,
    );
    const text = JSON.stringify(loggableError(error));
    expect(text).toContain("insert into users values ($1, $2)");
    expect(text).toContain("23505");
    expect(text).not.toMatch(/ann|Ann/);
  });

  it("leaves out emails and the credentials of addresses", () => {
    const text = JSON.stringify(
      loggableError(
        new Error("connect postgres://gw2:s3cret@db.internal:5432/gw2 for ann@example.org failed"),
      ),
    );
    expect(text).not.toMatch(/s3cret|ann@/);
    expect(text).toContain("db.internal");
  });

  it("ends a chain of causes that goes round", () => {
    const error = new Error("round");
    error.cause = error;
    expect(JSON.stringify(loggableError(error)).match(/"message":"round"/g)).toHaveLength(5);
  });

  it("describes what is no error at all", () => {
    expect(loggableError("just text")).toEqual({ type: "string", message: "just text" });
    expect(loggableError(undefined)).toEqual({ type: "undefined", message: "undefined" });
  });
});
