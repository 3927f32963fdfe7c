import { and, eq, gt, isNull } from "drizzle-orm";
import { db } from "#lib/platform/db/client.ts";
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

export async function insertSession(userId: string, expiresAt: Date): Promise<string> {
  const [row] = await db().insert(sessions).values({ userId, expiresAt }).returning({ id: sessions.id });
  if (!row) throw new Error("The session row was not returned.");
  return row.id;
}

/** The user of a session that is neither revoked nor expired. */
export async function findSessionUser(
  sessionId: string,
  now: Date,
): Promise<Pick<UserRow, "id" | "displayName"> | null> {
  const [row] = await db()
    .select({ id: users.id, displayName: users.displayName })
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
