import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy } from "./content-security-policy.ts";
import { REQUEST_ID_HEADER, requestIdOf } from "./request-id.ts";

export const NONCE_HEADER = "x-nonce";
const POLICY_HEADER = "content-security-policy";

/**
 * Lets a page request pass with a fresh nonce and a request id. Next reads the policy from the *request* headers
 * and stamps its own scripts with the nonce; the same policy on the response makes the browser obey it.
 * Pages read the nonce as `(await headers()).get("x-nonce")` where they add a script of their own.
 */
export function pageResponse(request: NextRequest, development: boolean): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy({ nonce, development, https: isHttps(request) });
  const requestId = requestIdOf(request.headers);

  const headers = new Headers(request.headers);
  headers.set(NONCE_HEADER, nonce);
  headers.set(POLICY_HEADER, policy);
  headers.set(REQUEST_ID_HEADER, requestId);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set(POLICY_HEADER, policy);
  response.headers.set(REQUEST_ID_HEADER, requestId);
  return response;
}

function isHttps(request: NextRequest): boolean {
  const forwarded = request.headers.get("x-forwarded-proto")?.split(",")[0]?.trim();
  return (forwarded ?? request.nextUrl.protocol.replace(":", "")) === "https";
}
