import { describe, expect, it } from "vitest";
import { decodeBuildLink } from "#lib/catalog/chat-links/chat-link.ts";
import { resolveBuildLink } from "#lib/catalog/chat-links/resolve-build-link.ts";
import { PROFESSIONS } from "#lib/shared/game.ts";
import { gameData } from "./game-data.ts";
import { loadoutFromLink } from "./link-loadout.ts";
import { type Loadout, loadoutSchema } from "./loadout.ts";
import { linkOfLoadout } from "./loadout-link.ts";
import { legalLoadout, partsOfProject } from "./testing/legal-loadout.ts";

const parts = partsOfProject();
const { catalog, links } = gameData();

/** What of a loadout a build link holds. */
function linked({ profession, specializations, skills, pets, legends }: Loadout) {
  return { profession, specializations, skills, pets, legends };
}

function throughLink(loadout: Loadout): Loadout {
  const link = linkOfLoadout(loadout, links);
  if (!link.ok) throw new Error(link.error.message);
  const decoded = decodeBuildLink(link.value);
  if (!decoded.ok) throw new Error(decoded.error.message);
  const resolved = resolveBuildLink(decoded.value, links);
  return loadoutFromLink(resolved, loadout.mode, catalog);
}

describe("the build link of a loadout", () => {
  it.each(PROFESSIONS)("gives lines, traits, skills and companions of a %s back", (profession) => {
    for (let seed = 0; seed < 20; seed++) {
      const loadout = legalLoadout(parts, seed, { profession, mode: "pve" });
      expect(linked(throughLink(loadout))).toEqual(linked(loadout));
    }
  });

  it("names the weapon types of both sets on land, each once", () => {
    const loadout = loadoutSchema.parse({
      version: 1,
      profession: "Warrior",
      weapons: {
        a: { main: { type: "Axe" }, off: { type: "Axe" } },
        b: { main: { type: "Greatsword" }, off: null },
      },
    });
    const { weapons } = throughLink(loadout);
    expect([weapons.a.main?.type, weapons.b.main?.type].toSorted()).toEqual(["Axe", "Greatsword"]);
  });

  it("fails where a skill has no place in a link", () => {
    const loadout = loadoutSchema.parse({
      version: 1,
      profession: "Warrior",
      skills: { terrestrial: { heal: 16_000_000 } },
    });
    expect(linkOfLoadout(loadout, links)).toMatchObject({ ok: false });
  });
});
