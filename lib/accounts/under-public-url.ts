import { NextRequest } from "next/server";

/**
 * The request as if it had come to the app's public address. The server knows itself by the address it listens on,
 * such as 0.0.0.0, and Auth.js makes the addresses it hands out from that. (Its AUTH_URL would do the same, but for
 * the forms as well: those must work under every host name, and mark their cookies secure only where https is.)
 *
 * @param publicUrl an origin
 */
export function underPublicUrl(request: NextRequest, publicUrl: string): NextRequest {
  const { pathname, search } = request.nextUrl;
  return new NextRequest(`${publicUrl}${pathname}${search}`, request);
}
