import { clientAddress } from "../rate-limit/client-address.ts";
import type { RateLimitPolicyName } from "../rate-limit/policies.ts";
import { requireRateLimit } from "../rate-limit/rate-limit.ts";

/** How the app finds out who sent a request; the platform knows no accounts. */
export interface ActorResolver<Actor> {
  readonly resolve: () => Promise<Actor>;
  /** What the actor's requests are counted under, for instance a user id; null: by client address. */
  readonly limitKey: (actor: Actor) => string | null;
}

/** Resolves the actor and, where a policy is given, counts the request. Throws AppError RATE_LIMITED. */
export async function admitActor<Actor>(
  actors: ActorResolver<Actor>,
  headers: Pick<Headers, "get">,
  policy: RateLimitPolicyName | undefined,
): Promise<Actor> {
  const actor = await actors.resolve();
  if (policy) await requireRateLimit(policy, actors.limitKey(actor) ?? clientAddress(headers));
  return actor;
}
