import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, ANONYMOUS } from "#lib/accounts/actor.ts";
import { newUser } from "#lib/accounts/testing/new-user.ts";
import { setUpTestDatabase } from "#lib/platform/db/test-database.ts";
import { env } from "#lib/platform/env.ts";
import type { Visibility } from "#lib/shared/game.ts";
import { type BuildDetails, buildDetailsSchema, NO_DETAILS } from "../details/schema.ts";
import { readDetails } from "../details/service.ts";
import { encodeLoadout } from "../loadout-code/loadout-code.ts";
import { readBuild, readLoadout, saveBuild } from "../service.ts";
import { legalLoadout, partsOfProject } from "../testing/legal-loadout.ts";
import { EXPORT_FORMATS } from "./export-formats.ts";
import { exportOfCode, readExport } from "./export-service.ts";
import { exportText } from "./export-text.ts";
import { importSchema, MOST_IMPORTED, pastedSchema } from "./schema.ts";
import { holdsMoreThanLinks, importBuilds, previewImport } from "./service.ts";

setUpTestDatabase();

const FIREBRAND = "[&DQENPi47PhpLF0sXFgE2AUsBFgE2AS0BGBYYFgAAAAAAAAAAAAAAAAAAAAAEBQBXADUAMQAA]";
const parts = partsOfProject();
const DETAILS = buildDetailsSchema.parse({
  notes: "# Mine\n\n- Role: Tank\n[[Shelter]]",
  rotation: "1, 2, 3",
  tags: ["pug"],
  role: "support",
  activities: ["zerg"],
});

let owner: Actor;
let other: Actor;

beforeAll(async () => {
  [owner, other] = await Promise.all([newUser("Aurene"), newUser("Glint")]);
});

function save(seed: number, name: string, visibility: Visibility, details: BuildDetails = NO_DETAILS) {
  const loadout = legalLoadout(parts, seed);
  const code = encodeLoadout(loadout);
  return saveBuild(owner, { link: "", code, name, visibility, mode: loadout.mode }, details);
}

const preview = (actor: Actor, text: string) => previewImport(actor, pastedSchema.parse({ text }));
const take = (actor: Actor, text: string, positions: number[], names: string[] = []) =>
  importBuilds(actor, importSchema.parse({ text, take: positions, names }));

describe("a saved build", () => {
  it("goes out in every format to everybody who may see it, and to nobody else", async () => {
    const hidden = await save(1, "Hidden", "private");
    const shown = await save(2, "Shown", "unlisted");
    for (const { id } of EXPORT_FORMATS) {
      expect(exportText(await readExport(owner, hidden.slug), id), id).not.toBe("");
      expect(exportText(await readExport(ANONYMOUS, shown.slug), id), id).not.toBe("");
    }
    for (const actor of [other, ANONYMOUS]) {
      await expect(readExport(actor, hidden.slug)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });

  it("that is private names no page in its texts", async () => {
    const { slug } = await save(3, "No page", "private", DETAILS);
    const build = await readExport(owner, slug);
    for (const { id } of EXPORT_FORMATS) expect(exportText(build, id), id).not.toContain(slug);
  });

  it.each(["json", "markdown"] as const)("comes back whole from %s in another account", async (format) => {
    const { slug } = await save(4, "Round *trip*", "private", DETAILS);
    const text = exportText(await readExport(owner, slug), format);
    const { builds, unread } = await preview(other, text.replaceAll("\n", "\r\n"));
    expect(unread).toEqual([]);
    expect(builds).toMatchObject([{ name: "Round *trip*", lost: [], notHeld: null }]);
    const [saved] = await take(other, text, [0]);
    const copy = saved?.slug ?? "";
    expect(await readDetails(other, copy)).toEqual(DETAILS);
    expect((await readLoadout(other, copy)).loadout).toEqual((await readLoadout(owner, slug)).loadout);
    expect(await readBuild(other, copy)).toMatchObject({ name: "Round *trip*", visibility: "private" });
  });
});

describe("a loadout that nobody saved", () => {
  it("goes out by its code, and a damaged code names the field", () => {
    const code = encodeLoadout(legalLoadout(parts, 5));
    expect(exportOfCode(code)).toMatchObject({ code, pageUrl: null, author: null });
    expect(() => exportOfCode(code.slice(1))).toThrow(
      expect.objectContaining({ code: "INVALID_INPUT", field: "code" }),
    );
  });
});

describe("a paste", () => {
  it("reads pages of this app with the reader's rights", async () => {
    const hidden = await save(6, "Hidden page", "private", DETAILS);
    const text = `${env().publicUrl}/b/${hidden.slug}`;
    const mine = await preview(owner, text);
    expect(mine.builds).toMatchObject([{ source: "Page of this site", name: "Hidden page" }]);
    expect(mine.builds[0]?.editorHref).toBe(`/editor?from=${hidden.slug}`);
    const others = await preview(other, text);
    expect(others.builds).toEqual([]);
    expect(others.unread).toMatchObject([{ message: expect.stringContaining("no build at this address") }]);
  });

  it("shows a build once that stands in it in several forms, and two that differ in their notes", async () => {
    const { slug } = await save(7, "Once", "public", DETAILS);
    const build = await readExport(owner, slug);
    const text = ["chat-link", "link", "json", "markdown"].map((id) =>
      exportText(build, EXPORT_FORMATS.find((format) => format.id === id)?.id ?? "json"),
    );
    const all = await preview(owner, [...text, `/b/${slug}`].join("\n"));
    expect(all.builds).toMatchObject([{ source: "Page of this site" }]);
    expect(all.repeated).toBe(4);
    const changed = exportText({ ...build, details: NO_DETAILS }, "json");
    expect((await preview(owner, `${text[2]}\n${changed}`)).builds).toHaveLength(2);
  });

  it("saves the chosen builds as private ones, each with the name given to it", async () => {
    const code = encodeLoadout(legalLoadout(parts, 8));
    const text = `${FIREBRAND}\nhttp://gw2skills.net/editor/?PWwAkqlVwcYasMWKO8XtbA-e\n${code}\nMesmer: ${code}`;
    const { builds, repeated } = await preview(owner, text);
    expect(builds.map(({ position }) => position)).toEqual([0, 2]);
    expect(repeated).toBe(1);
    const saved = await take(owner, text, [2], ["First", "Second"]);
    expect(saved).toMatchObject([{ name: "Second", problem: null }]);
    expect(await readBuild(owner, saved[0]?.slug ?? "")).toMatchObject({
      name: "Second",
      visibility: "private",
    });
  });

  it("saves nothing for visitors, or of what is not in it", async () => {
    await expect(take(ANONYMOUS, FIREBRAND, [0])).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await expect(take(owner, FIREBRAND, [5])).rejects.toMatchObject({ code: "INVALID_INPUT", field: "take" });
  });

  it("gives at most fifty builds, and says how many it left out", async () => {
    const codes = Array.from({ length: MOST_IMPORTED + 7 }, (_, seed) =>
      encodeLoadout(legalLoadout(parts, 100 + seed)),
    );
    const { builds, leftOut } = await preview(owner, codes.join("\n"));
    expect(builds).toHaveLength(MOST_IMPORTED);
    expect(leftOut).toBe(7);
  });

  it("of a chat link alone belongs to the page of links, of anything more to the import", () => {
    expect(holdsMoreThanLinks(FIREBRAND)).toBe(false);
    expect(holdsMoreThanLinks("http://gw2skills.net/editor/?PWwAkqlVwcYasMWKO8XtbA-e")).toBe(false);
    expect(holdsMoreThanLinks("[&DQY=]")).toBe(false);
    expect(holdsMoreThanLinks(`${env().publicUrl}/b/some-build`)).toBe(true);
    expect(holdsMoreThanLinks(encodeLoadout(legalLoadout(parts, 9)))).toBe(true);
  });
});
