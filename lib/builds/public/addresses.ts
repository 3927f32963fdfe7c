/** Public addresses of a build, absolute; `origin` without a trailing slash. */
export function buildAddresses(origin: string, slug: string) {
  const page = `${origin}/b/${slug}`;
  return {
    page,
    embed: `${origin}/embed/b/${slug}`,
    qrCode: `${page}/qr.svg`,
    oembed: `${origin}/api/oembed?${new URLSearchParams({ url: page, format: "json" })}`,
  };
}

const BUILD_PATH = /^\/(?:embed\/)?b\/([\w-]{1,100})\/?$/;

/** The slug in the address of a build's page or frame on this site; null for every other address. */
export function slugOfAddress(origin: string, address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return url.origin === origin ? (BUILD_PATH.exec(url.pathname)?.[1] ?? null) : null;
}
