import { redirect } from "next/navigation";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { AppError } from "#lib/shared/app-error.ts";
import { forgetRateLimits } from "../rate-limit/rate-limit.ts";
import { type ActionState, createAction } from "./action.ts";

vi.mock("next/headers", () => ({
  headers: async () => new Headers({ "x-request-id": "request-1234", "x-forwarded-for": "203.0.113.7" }),
}));

const action = createAction({ resolve: async () => "ann", limitKey: () => null });
const signUp = z.object({
  email: z.email("Enter an email address."),
  password: z.string().min(10, "Use at least 10 characters."),
});

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

function send<Value>(
  run: (state: ActionState<Value>, data: FormData) => Promise<ActionState<Value>>,
  fields: Record<string, string> = { email: "ann@example.org", password: "correct horse" },
) {
  return run(null, form(fields));
}

beforeEach(forgetRateLimits);

describe("an action", () => {
  it("hands the parsed form and the actor to its handler and returns the value", async () => {
    const run = action(signUp, ({ actor, input }) => `${actor}: ${input.email}`);
    expect(await send(run)).toEqual({ ok: true, value: "ann: ann@example.org" });
  });

  it("returns every refused field with what was typed, less the password", async () => {
    const run = action(signUp, () => "never");
    expect(await send(run, { email: "ann", password: "short" })).toEqual({
      ok: false,
      error: { code: "INVALID_INPUT", message: "Enter an email address.", field: "email" },
      fields: { email: "Enter an email address.", password: "Use at least 10 characters." },
      values: { email: "ann" },
    });
  });

  it("returns the refusal of a service in its words", async () => {
    const run = action(signUp, () => {
      throw new AppError("CONFLICT", { message: "This email has an account already.", field: "email" });
    });
    expect(await send(run)).toMatchObject({
      ok: false,
      error: { code: "CONFLICT", message: "This email has an account already.", field: "email" },
      fields: { email: "This email has an account already." },
    });
  });

  it("shows nothing of a fault but the request id", async () => {
    const run = action(signUp, () => {
      throw new Error("relation users does not exist");
    });
    const state = await send(run);
    expect(state).toMatchObject({ ok: false, error: { code: "INTERNAL" } });
    expect(JSON.stringify(state)).toContain("request-1234");
    expect(JSON.stringify(state)).not.toContain("relation");
  });

  it("leaves redirect() to Next", async () => {
    const run = action(signUp, () => redirect("/builds"));
    await expect(send(run)).rejects.toThrow("NEXT_REDIRECT");
  });

  it("is refused once its limit is used up", async () => {
    const run = action(signUp, () => "ok", { rateLimit: "signUp" });
    for (let attempt = 0; attempt < 10; attempt += 1) expect(await send(run)).toMatchObject({ ok: true });
    expect(await send(run)).toMatchObject({ ok: false, error: { code: "RATE_LIMITED" } });
  });
});
