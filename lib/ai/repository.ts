import { db } from "#lib/platform/db/client.ts";
import { modelCalls } from "#lib/platform/db/schema/chats.ts";
import type { ModelCall } from "./answer.ts";

/** One row of figures a call, without a word of what was said. */
export async function insertModelCall(call: ModelCall): Promise<void> {
  await db().insert(modelCalls).values(call);
}
