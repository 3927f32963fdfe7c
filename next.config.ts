import type { NextConfig } from "next";
import { securityHeaders } from "./lib/platform/http/security-headers.ts";

const root = import.meta.dirname;

const config: NextConfig = {
  output: "standalone",
  poweredByHeader: false,
  reactStrictMode: true,
  // Named, or Next takes the topmost folder with a lock file above the project for the root.
  outputFileTracingRoot: root,
  turbopack: { root },
  // Read at run time by path, which tracing cannot see.
  outputFileTracingIncludes: { "/*": ["./data/**/*", "./drizzle/**/*", "./app/fonts/*"] },
  outputFileTracingExcludes: { "/*": ["./.data/**/*", "./.git/**/*", "./e2e/**/*", "./docs/**/*"] },
  // Icons come from the game's render service as they are; nothing of ours needs resizing.
  images: { unoptimized: true },
  // `next dev` refuses its reload socket to other hosts than localhost.
  allowedDevOrigins: ["127.0.0.1"],
  experimental: {
    // Forms carry a build link and some text, so far less than Next's 1 MB is right.
    serverActions: { bodySizeLimit: "256kb" },
    proxyClientMaxBodySize: "1mb",
  },
  async rewrites() {
    // Asked for by browsers and programs that do not read the page's own link to the icon.
    return [{ source: "/favicon.ico", destination: "/icon.svg" }];
  },
  async headers() {
    return securityHeaders(process.env.NODE_ENV === "production").map((rule) => ({
      ...rule,
      has: rule.has && [...rule.has],
      headers: [...rule.headers],
    }));
  },
};

export default config;
