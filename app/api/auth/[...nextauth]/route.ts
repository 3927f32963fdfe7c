import type { NextRequest } from "next/server";
import { handlers } from "#lib/accounts/auth.ts";
import { underPublicUrl } from "#lib/accounts/under-public-url.ts";
import { env } from "#lib/platform/env.ts";

export function GET(request: NextRequest): Promise<Response> {
  return handlers.GET(underPublicUrl(request, env().publicUrl));
}

export function POST(request: NextRequest): Promise<Response> {
  return handlers.POST(underPublicUrl(request, env().publicUrl));
}
