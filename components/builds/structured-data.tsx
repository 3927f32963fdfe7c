/** Data for search engines. It does not run, so it needs no nonce; the text comes from `structuredData`, which escapes it. */
export function StructuredData({ json }: { json: string }) {
  return <script type="application/ld+json">{json}</script>;
}
