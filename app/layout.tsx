import type { Metadata, Viewport } from "next";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { IconsAfterPaint } from "#components/site/icons-after-paint.client.tsx";
import { SiteFooter } from "#components/site/site-footer.tsx";
import { SiteHeader } from "#components/site/site-header.tsx";
import { currentActor } from "#lib/accounts/session.ts";
import { env } from "#lib/platform/env.ts";
import { signOutAction } from "./account-actions.ts";
import { inter, menomonia } from "./fonts/fonts.ts";
import "./globals.css";

export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(env().publicUrl),
    title: { default: "GW2Optimizer: Guild Wars 2 builds you can check", template: "%s · GW2Optimizer" },
    description:
      "Paste a Guild Wars 2 build link and see what the build really does. Save it, share it, and ask about it. Every figure can be checked.",
  };
}

export const viewport: Viewport = { themeColor: "#0d0f13", colorScheme: "dark" };

/** Every page is rendered per request: the content security policy's nonce is new each time. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection();
  const actor = await currentActor();
  return (
    <html lang="en" className={`${inter.variable} ${menomonia.variable}`}>
      <body>
        <a
          href="#content"
          className="sr-only focus:not-sr-only focus:absolute focus:left-4 focus:top-3 focus:z-10 focus:rounded-md focus:bg-accent focus:px-3 focus:py-2 focus:text-accent-ink"
        >
          Skip to the content
        </a>
        <SiteHeader actor={actor} signOut={signOutAction} />
        <main id="content" className="mx-auto max-w-6xl px-4 py-6 sm:py-8">
          {children}
        </main>
        <SiteFooter />
        <IconsAfterPaint />
      </body>
    </html>
  );
}
