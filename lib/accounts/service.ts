import type { Database } from "#lib/platform/db/client.ts";
import type { UserRow } from "#lib/platform/db/schema/users.ts";
import { AppError } from "#lib/shared/app-error.ts";
import type { UserId } from "#lib/shared/ids.ts";
import type { UserActor } from "./actor.ts";
import { hashPassword, verifyPassword } from "./password.ts";
import { SESSION_DAYS } from "./policy.ts";
import {
  findIdsByEmailOrName,
  findSessionUser,
  findUserByEmail,
  insertSession,
  insertUser,
  revokeSessionRow,
  writeModerators,
} from "./repository.ts";
import type { SignInInput, SignUpInput } from "./schema.ts";

const DAY_MS = 86_400_000;

/** Opens an account. Throws CONFLICT on the field `email` where the address already has one. */
export async function signUp(input: SignUpInput): Promise<UserActor> {
  const passwordHash = await hashPassword(input.password);
  const row = await insertUser({ email: input.email, displayName: input.displayName, passwordHash });
  if (!row) {
    throw new AppError("CONFLICT", {
      field: "email",
      message: "There is already an account with this email address. Sign in instead.",
    });
  }
  return toActor(row);
}

/** The account that email and password belong to, or null; the answer takes as long either way. */
export async function verifyCredentials(input: SignInInput): Promise<UserActor | null> {
  const row = await findUserByEmail(input.email);
  const matches = await verifyPassword(row?.passwordHash ?? null, input.password);
  return row && matches ? toActor(row) : null;
}

/** Starts a session that ends after {@link SESSION_DAYS} days; returns its id. */
export function startSession(userId: UserId, now = new Date()): Promise<string> {
  return insertSession(userId, new Date(now.getTime() + SESSION_DAYS * DAY_MS));
}

/** Who a session belongs to; null once it was revoked or has expired. */
export async function readSession(sessionId: string, now = new Date()): Promise<UserActor | null> {
  const row = await findSessionUser(sessionId, now);
  return row && toActor(row);
}

/** Ends a session on the server: its cookie is worthless from now on, wherever it was copied to. */
export function revokeSession(sessionId: string, now = new Date()): Promise<void> {
  return revokeSessionRow(sessionId, now);
}

/** The account with an email address, or the only one that goes by a name, whatever the case; null for all others. */
export async function findAddressee(emailOrName: string): Promise<string | null> {
  const ids = await findIdsByEmailOrName(emailOrName.trim().toLowerCase());
  return ids.length === 1 ? (ids[0] ?? null) : null;
}

/** Makes the accounts of these addresses moderators, and nobody else; returns the addresses that have no account yet. */
export async function appointModerators(
  database: Database,
  emails: readonly string[],
): Promise<readonly string[]> {
  const appointed = await writeModerators(database, emails);
  return emails.filter((email) => !appointed.includes(email));
}

function toActor({ id, displayName, role }: Pick<UserRow, "id" | "displayName" | "role">): UserActor {
  const actor: UserActor = { kind: "user", userId: id as UserId, displayName };
  return role === "moderator" ? { ...actor, role } : actor;
}
