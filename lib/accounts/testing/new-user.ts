import type { Actor } from "../actor.ts";
import { signUp } from "../service.ts";

/** Signs somebody up for an integration test. */
export function newUser(displayName = "Player"): Promise<Actor> {
  return signUp({
    displayName,
    email: `${crypto.randomUUID()}@example.com`,
    password: "four unrelated words",
  });
}
