import { and, eq, gt, inArray, isNull, not, or, sql } from "drizzle-orm";
import { type Database, db } from "#lib/platform/db/client.ts";
import { sessions, type UserRow, users } from "#lib/platform/db/schema/users.ts";

/** Inserts a user; null where the email address is taken. */
export async function insertUser(
  values: Pick<UserRow, "email" | "displayName" | "passwordHash">,
): Promise<UserRow | null> {
  const [row] = await db()
    .insert(users)
    .values(values)
    .onConflictDoNothing({ target: users.email })
    .returning();
  return row ?? null;
}

export async function findUserByEmail(email: string): Promise<UserRow | null> {
  const [row] = await db().select().from(users).where(eq(users.email, email)).limit(1);
  return row ?? null;
}

/** Accounts with this email address or name, both in small letters; two at the most. */
export async function findIdsByEmailOrName(text: string): Promise<string[]> {
  const rows = await db()
    .select({ id: users.id })
    .from(users)
    .where(or(eq(users.email, text), eq(sql`lower(${users.displayName})`, text)))
    .limit(2);
  return rows.map(({ id }) => id);
}

/** Accounts of these addresses are moderators, all others are not; returns the addresses that have an account. */
export function writeModerators(database: Database, emails: readonly string[]): Promise<string[]> {
  return database.transaction(async (transaction) => {
    const listed = inArray(users.email, [...emails]);
    await transaction
      .update(users)
      .set({ role: "player" })
      .where(and(eq(users.role, "moderator"), not(listed)));
    const rows = await transaction
      .update(users)
      .set({ role: "moderator" })
      .where(listed)
      .returning({ email: users.email });
    return rows.map(({ email }) => email);
  });
}

export async function insertSession(userId: string, expiresAt: Date): Promise<string> {
  const [row] = await db().insert(sessions).values({ userId, expiresAt }).returning({ id: sessions.id });
  if (!row) throw new Error("The session row was not returned.");
  return row.id;
}

/** The user of a session that is neither revoked nor expired. */
export async function findSessionUser(
  sessionId: string,
  now: Date,
): Promise<Pick<UserRow, "id" | "displayName" | "role"> | null> {
  const [row] = await db()
    .select({ id: users.id, displayName: users.displayName, role: users.role })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt), gt(sessions.expiresAt, now)))
    .limit(1);
  return row ?? null;
}

export async function revokeSessionRow(sessionId: string, now: Date): Promise<void> {
  await db()
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)));
}
