import type { Metadata } from "next";
import { PrintSheet } from "#components/exchange/print-sheet.tsx";
import { env } from "#lib/platform/env.ts";
import { loadBuild } from "../data.ts";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await loadBuild((await params).slug);
  return { title: `${name} on paper`, robots: { index: false } };
}

/** A build for paper: everything by name, black on white, nothing to click. */
export default async function PrintPage({ params }: Props) {
  const build = await loadBuild((await params).slug);
  return <PrintSheet build={build} address={`${env().publicUrl}/b/${build.slug}`} />;
}
