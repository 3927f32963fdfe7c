import { describe, expect, it } from "vitest";
import { APP_ERROR_CODES, AppError } from "#lib/shared/app-error.ts";
import { createLogger, logFailure, SEVERITY, withRequestId } from "./log.ts";

function recordingLogger() {
  const lines: string[] = [];
  const logger = createLogger("debug", { write: (line: string) => lines.push(line) });
  return {
    logger,
    lines,
    last: (): Record<string, unknown> => JSON.parse(lines.at(-1) ?? "{}") as Record<string, unknown>,
  };
}

describe("createLogger", () => {
  it("writes one JSON object a line, with level, ISO time and fields", () => {
    const { logger, lines, last } = recordingLogger();
    logger.info({ event: "sync", builds: 3 }, "line\nbreak");
    expect(lines).toHaveLength(1);
    expect(lines[0]?.trimEnd()).not.toContain("\n");
    expect(last()).toMatchObject({ level: "info", event: "sync", builds: 3, msg: "line\nbreak" });
    expect(last().time).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  });

  it("puts the request id on every line of a request and on no other", async () => {
    const { logger, last } = recordingLogger();
    await withRequestId("request-1", async () => {
      await Promise.resolve();
      logger.info("inside");
    });
    expect(last().requestId).toBe("request-1");
    logger.info("outside");
    expect(last()).not.toHaveProperty("requestId");
  });

  it("never writes passwords, tokens, cookies or emails that are handed to it as fields", () => {
    const { logger, lines } = recordingLogger();
    logger.info({
      password: "p1",
      user: { email: "p2", token: "p3" },
      request: { headers: { cookie: "p4" } },
    });
    expect(lines[0]).not.toMatch(/p[1-4]/);
  });
});

describe("logFailure", () => {
  it.each(APP_ERROR_CODES)("logs the refusal %s at its level, without a stack", (code) => {
    const { logger, last } = recordingLogger();
    logFailure(new AppError(code, { message: "Words.", field: "name" }), "saving", { status: 4 }, logger);
    expect(last()).toMatchObject({ level: SEVERITY[code], event: "saving", code, field: "name", status: 4 });
    expect(last()).not.toHaveProperty("err");
  });

  it("is no alarm for any refusal but that something is away", () => {
    const loud = APP_ERROR_CODES.filter((code) => SEVERITY[code] !== "info");
    expect(loud).toEqual(["UNAVAILABLE"]);
  });

  it("logs an unknown error as error with its stack", () => {
    const { logger, last } = recordingLogger();
    logFailure(new RangeError("out of range"), "saving", {}, logger);
    expect(last()).toMatchObject({ level: "error", event: "saving", err: { type: "RangeError" } });
    expect(JSON.stringify(last().err)).toContain("log.test.ts");
  });

  it("keeps the cause of a refusal for us", () => {
    const { logger, last } = recordingLogger();
    const error = new AppError("UNAVAILABLE", { message: "Try later.", cause: new Error("ECONNREFUSED") });
    logFailure(error, "chat", {}, logger);
    expect(last().cause).toMatchObject({ message: "ECONNREFUSED" });
  });
});
