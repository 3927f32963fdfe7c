import { describe, expect, it } from "vitest";
import { APP_ERROR_CODES, AppError, HTTP_STATUS } from "#lib/shared/app-error.ts";
import { errorResponse } from "./error-response.ts";

const REQUEST_ID = "request-1234";

describe("errorResponse", () => {
  it.each(APP_ERROR_CODES)("answers %s with the status of the table", async (code) => {
    const response = errorResponse(new AppError(code, { message: "Words." }), REQUEST_ID);
    expect(response.status).toBe(HTTP_STATUS[code]);
    expect(await response.json()).toMatchObject({ error: { code, message: "Words." } });
  });

  it("names the field at fault, and not the cause", async () => {
    const cause = new Error("duplicate key value violates unique constraint");
    const error = new AppError("CONFLICT", { message: "This name is taken.", field: "name", cause });
    expect(await errorResponse(error, REQUEST_ID).json()).toEqual({
      error: { code: "CONFLICT", message: "This name is taken.", field: "name", retry: false },
    });
  });

  it("says in whole seconds when to come back", () => {
    const error = new AppError("RATE_LIMITED", { message: "Too many.", retryAfterSeconds: 12.2 });
    expect(errorResponse(error, REQUEST_ID).headers.get("retry-after")).toBe("13");
  });

  it("shows nothing of an unknown error but the request id", async () => {
    const response = errorResponse(new Error("password=hunter2 at db.internal"), REQUEST_ID);
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(text).toContain(REQUEST_ID);
    expect(text).not.toMatch(/hunter2|db\.internal|stack/);
  });
});
