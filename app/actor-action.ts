import { currentActor } from "#lib/accounts/session.ts";
import { createAction } from "#lib/platform/http/action.ts";
import { limitKey } from "./actor-route.ts";

/** Wrapper of the app's server actions: who asks, limits, checked input, refusals as form state. */
export const action = createAction({ resolve: currentActor, limitKey });
