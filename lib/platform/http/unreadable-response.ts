import { AppError } from "#lib/shared/app-error.ts";
import { errorResponse } from "./error-response.ts";

const HEADERS = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
};
const METHODS = "GET, HEAD, POST, PATCH, PUT, DELETE, OPTIONS";

const ADDRESS_MESSAGE =
  "This address is not written correctly: it has a % that no valid letter code follows. Check how it was copied.";

const ADDRESS_PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Wrong address · GW2Optimizer</title>
<h1>This address is not written correctly</h1>
<p>It has a % that no valid letter code follows. Check how it was copied, or go to the <a href="/">start page</a>.</p>
</html>
`;

/** The refusal of a request that nothing else could answer; 404 for a reason that there is not. */
export function unreadableResponse(reason: string): Response {
  switch (reason) {
    case "method":
      return refusal("This server does not answer TRACE. Use GET.", { status: 405, allow: METHODS });
    case "address":
      return refusal(ADDRESS_MESSAGE, { status: 400 });
    case "page-address":
      return new Response(ADDRESS_PAGE, {
        status: 400,
        headers: { ...HEADERS, "content-type": "text/html; charset=utf-8" },
      });
    default:
      return withHeaders(errorResponse(new AppError("NOT_FOUND", { message: "There is nothing here." }), ""));
  }
}

function refusal(message: string, { status, allow }: { status: number; allow?: string }): Response {
  const response = errorResponse(new AppError("INVALID_INPUT", { message }), "");
  return withHeaders(response, status, allow ? { allow } : {});
}

function withHeaders(
  response: Response,
  status = response.status,
  more: Record<string, string> = {},
): Response {
  const headers = new Headers({ ...Object.fromEntries(response.headers), ...HEADERS, ...more });
  return new Response(response.body, { status, headers });
}
