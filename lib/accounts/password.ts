import { hash, verify } from "@node-rs/argon2";

/** OWASP Password Storage Cheat Sheet (2025): argon2id with 19 MiB, two passes, one lane. */
/** `Algorithm.Argon2id` of the library, whose const enum cannot be imported here. */
const ARGON2ID_ALGORITHM = 2;
const ARGON2ID = { algorithm: ARGON2ID_ALGORITHM, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hash of a random value, compared against where there is no account, so that both cases take the same time. */
const NOBODY = hash(crypto.randomUUID(), ARGON2ID);

/** argon2id hash in PHC string form. Runs on a thread of the library, not on the event loop. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, ARGON2ID);
}

/** Whether the password fits. A null hash (no such account) costs as much time and is always false. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await NOBODY), password);
  return passwordHash !== null && matches;
}
