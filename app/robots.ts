import type { MetadataRoute } from "next";
import { connection } from "next/server";
import { env } from "#lib/platform/env.ts";

/** Made per request: the address of the site is known at run time only. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  await connection();
  return {
    rules: {
      userAgent: "*",
      allow: ["/", "/api/oembed"],
      disallow: ["/api/", "/chat", "/build?", "/compare?"],
    },
    sitemap: `${env().publicUrl}/sitemap.xml`,
  };
}
