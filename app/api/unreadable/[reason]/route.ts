import { unreadableResponse } from "#lib/platform/http/unreadable-response.ts";

/** Answers what {@link redirectUnreadable} sends here. */
export async function GET(_request: Request, { params }: { params: Promise<{ reason: string }> }) {
  return unreadableResponse((await params).reason);
}
