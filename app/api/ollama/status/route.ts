import { route } from "#app/actor-route.ts";
import { ollamaStatus } from "#lib/ai/status.ts";

/** Whether the model can be asked. Not limited: the look is shared by everybody for some seconds. */
export const GET = route({}, () => ollamaStatus());
