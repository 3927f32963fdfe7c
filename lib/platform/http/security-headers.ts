interface HeaderRule {
  readonly source: string;
  readonly has?: readonly { readonly type: "header"; readonly key: string; readonly value: string }[];
  readonly headers: readonly { readonly key: string; readonly value: string }[];
}

const TWO_YEARS_SECONDS = 63_072_000;

const EVERYWHERE = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  // Other sites learn our origin, never the slug of an unlisted build.
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  {
    key: "Permissions-Policy",
    value:
      "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
  },
] as const;

/**
 * Headers that do not change from request to request, for `headers()` of next.config.ts. Paths under /embed/ are
 * left out of the frame denial, because other sites may show those. HSTS goes out only where TLS ended in front of
 * the app: sent over plain http it means nothing, and a developer's localhost must never be pinned to https.
 */
export function securityHeaders(production: boolean): HeaderRule[] {
  const rules: HeaderRule[] = [
    { source: "/:path*", headers: EVERYWHERE },
    { source: "/((?!embed/).*)", headers: [{ key: "X-Frame-Options", value: "DENY" }] },
  ];
  if (production) {
    rules.push({
      source: "/:path*",
      has: [{ type: "header", key: "x-forwarded-proto", value: "https(?:,.*)?" }],
      headers: [{ key: "Strict-Transport-Security", value: `max-age=${TWO_YEARS_SECONDS}` }],
    });
  }
  return rules;
}
