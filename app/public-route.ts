import { ANONYMOUS } from "#lib/accounts/actor.ts";
import { createRoute } from "#lib/platform/http/route.ts";

/** For handlers whose answer is the same for everybody: they look at no cookie, so anything on the way may keep it. */
export const publicRoute = createRoute({ resolve: async () => ANONYMOUS, limitKey: () => null });
