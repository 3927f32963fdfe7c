import { loadMechanicsIndex, loadTemplates, templateSource } from "#lib/catalog/mechanics/load.ts";
import type { Database } from "#lib/platform/db/client.ts";
import { exampleBuilds } from "./examples.ts";
import { gameData } from "./game-data.ts";
import { linkOfLoadout } from "./loadout-link.ts";
import { type NewBuildRow, upsertExamples } from "./repository.ts";

/**
 * Writes the example builds, by their key: safe to run again, and by several processes. Returns how many were new or
 * had changed.
 */
export function seedExampleBuilds(database: Database): Promise<number> {
  const { catalog, links } = gameData();
  const { title, date } = templateSource();
  const examples = exampleBuilds(loadTemplates(), date, loadMechanicsIndex(), catalog);
  const rows = examples.map((example): NewBuildRow => {
    const link = linkOfLoadout(example.loadout, links);
    if (!link.ok) throw new Error(`Example ${example.key} has no build link: ${link.error.message}`);
    return {
      ownerId: null,
      slug: `example-${example.key}`,
      name: example.name,
      profession: example.loadout.profession,
      mode: example.loadout.mode,
      visibility: "public",
      loadout: example.loadout,
      chatLink: link.value,
      role: example.role,
      exampleKey: example.key,
      exampleSource: title,
      exampleSourceDate: example.date,
      exampleOutdated: example.outdatedInSource,
      updatedAt: new Date(`${example.listedOn}T00:00:00Z`),
    };
  });
  return upsertExamples(database, rows);
}
