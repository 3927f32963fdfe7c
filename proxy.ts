import type { NextRequest, NextResponse } from "next/server";
import { pageResponse } from "#lib/platform/http/page-response.ts";

/** Runs before every page and server action. Protection of data is not its task: services decide by the actor. */
export function proxy(request: NextRequest): NextResponse {
  return pageResponse(request, process.env.NODE_ENV === "development");
}

export const config = {
  // Everything but static files, and routes whose wrapper sets its own headers: the API, frames, lists for search engines.
  matcher: [
    "/((?!api/|embed/|sitemaps/|sitemap\\.xml$|_next/static/|_next/image|favicon\\.ico$|icon\\.svg$|robots\\.txt$).*)",
  ],
};
