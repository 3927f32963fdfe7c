import { unstable_cache } from "next/cache";
import { loadBuild } from "./data.ts";
import { drawPreview, PREVIEW_SIZE } from "./preview-image.tsx";

export const size = PREVIEW_SIZE;
export const contentType = "image/png";
export const alt = "Profession, specializations and chosen traits of the build";

/** Kept by slug and time of the last change, so a changed build gets a new picture. */
const cachedPreview = unstable_cache(drawPreview, ["build-preview-1"], { revalidate: false });

/** Preview picture for chats and social pages, with the reader's rights: a private build has none for others. */
export default async function PreviewImage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug, name, updatedAt, view, example } = await loadBuild((await params).slug);
  const png = await cachedPreview({
    key: `${slug}@${updatedAt.getTime()}`,
    name,
    profession: view.profession,
    title: view.title,
    mode: view.mode,
    exampleDate: example?.date ?? null,
    lines: view.specializations.map((line) => ({
      name: line.name,
      traits: line.tiers.map((tier) => tier.chosen?.name ?? "none"),
    })),
  });
  return new Response(Buffer.from(png, "base64"), {
    headers: { "content-type": contentType, "cache-control": "private, max-age=300" },
  });
}
