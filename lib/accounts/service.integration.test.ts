import { describe, expect, it } from "vitest";
import { setUpTestDatabase } from "#lib/platform/db/test-database.ts";
import { AppError } from "#lib/shared/app-error.ts";
import { SESSION_DAYS } from "./policy.ts";
import { readSession, revokeSession, signUp, startSession, verifyCredentials } from "./service.ts";

setUpTestDatabase();

const DAY_MS = 86_400_000;
const PASSWORD = "four unrelated words";

function person() {
  const id = crypto.randomUUID();
  return { displayName: "Player", email: `${id}@example.com`, password: PASSWORD };
}

describe("accounts", () => {
  it("lets in with the right password alone, and not with another account's", async () => {
    const input = person();
    const actor = await signUp(input);
    expect(await verifyCredentials({ email: input.email, password: PASSWORD })).toEqual(actor);
    expect(await verifyCredentials({ email: input.email, password: `${PASSWORD}!` })).toBeNull();
    expect(await verifyCredentials({ email: "nobody@example.com", password: PASSWORD })).toBeNull();
  });

  it("opens one account for an email address, also when two sign up at once", async () => {
    const input = person();
    const results = await Promise.allSettled([signUp(input), signUp(input), signUp(input)]);
    const refusals = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
    expect(refusals).toHaveLength(2);
    for (const refusal of refusals) {
      expect(refusal).toBeInstanceOf(AppError);
      expect(refusal).toMatchObject({ code: "CONFLICT", field: "email" });
    }
  });
});

describe("sessions", () => {
  it("belong to the account until they are revoked", async () => {
    const actor = await signUp(person());
    const session = await startSession(actor.userId);
    expect(await readSession(session)).toEqual(actor);
    await revokeSession(session);
    expect(await readSession(session)).toBeNull();
  });

  it(`end after ${SESSION_DAYS} days, whatever the cookie says`, async () => {
    const actor = await signUp(person());
    const start = new Date();
    const session = await startSession(actor.userId, start);
    const at = (days: number) => new Date(start.getTime() + days * DAY_MS);
    expect(await readSession(session, at(SESSION_DAYS - 0.01))).toEqual(actor);
    expect(await readSession(session, at(SESSION_DAYS + 0.01))).toBeNull();
  });

  it("are nobody's where the id was never given out", async () => {
    expect(await readSession(crypto.randomUUID())).toBeNull();
  });
});
