import type { BuildPage } from "../view.ts";
import { buildAddresses } from "./addresses.ts";

/**
 * What a build is in schema.org's words, as the text of a script element of type application/ld+json. Such a script
 * holds data and does not run, so the content security policy asks no nonce of it. `<` is escaped, so that no name can
 * end the element.
 */
export function structuredData(origin: string, build: BuildPage, description: string): string {
  const { name, ownerName, example, rating, updatedAt, slug, view } = build;
  const { page } = buildAddresses(origin, slug);
  const author = ownerName
    ? { "@type": "Person", name: ownerName }
    : example && { "@type": "Organization", name: example.source };
  const work = {
    "@type": "CreativeWork",
    "@id": page,
    url: page,
    name,
    description,
    inLanguage: "en",
    dateModified: updatedAt.toISOString(),
    keywords: [view.title, view.profession, ...view.specializations.map((line) => line.name)].join(", "),
    about: { "@type": "VideoGame", name: "Guild Wars 2", url: "https://www.guildwars2.com/" },
    ...(author ? { author } : {}),
    ...(rating.count > 0
      ? {
          aggregateRating: {
            "@type": "AggregateRating",
            ratingValue: Number(rating.score.toFixed(2)),
            ratingCount: rating.count,
            bestRating: 5,
            worstRating: 1,
          },
        }
      : {}),
  };
  const trail = {
    "@type": "BreadcrumbList",
    itemListElement: [
      { "@type": "ListItem", position: 1, name: "Library", item: `${origin}/library` },
      { "@type": "ListItem", position: 2, name, item: page },
    ],
  };
  return JSON.stringify({ "@context": "https://schema.org", "@graph": [work, trail] }).replaceAll(
    "<",
    "\\u003c",
  );
}
