export interface ContentSecurityPolicyOptions {
  /** Fresh random value of this response, base64. Scripts and style elements without it do not run. */
  readonly nonce: string;
  /** `next dev`: React evaluates code for its error overlay, styles come inline, reload comes over a websocket. */
  readonly development: boolean;
  /** The player reached the app over https: anything still addressed over http is then fetched over https. */
  readonly https: boolean;
}

/** The icons of skills, traits and items come straight from the game's own render service. */
const GAME_ICONS = "https://render.guildwars2.com";

/**
 * The policy of every page. `style-src-attr 'unsafe-inline'` stays because bars and positions are style attributes;
 * an attribute cannot load or run anything. Without https, `upgrade-insecure-requests` would send a browser on the
 * local network to a port that speaks no TLS.
 */
export function contentSecurityPolicy({ nonce, development, https }: ContentSecurityPolicyOptions): string {
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    // A nonce would make browsers ignore 'unsafe-inline', so development does without it.
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    `img-src 'self' data: ${GAME_ICONS}`,
    `connect-src 'self'${development ? " ws:" : ""}`,
    "worker-src 'self' blob:",
    "font-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
  ];
  if (https) directives.push("upgrade-insecure-requests");
  return directives.join("; ");
}
