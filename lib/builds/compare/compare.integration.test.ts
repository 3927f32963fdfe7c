import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, ANONYMOUS } from "#lib/accounts/actor.ts";
import { newUser } from "#lib/accounts/testing/new-user.ts";
import { db } from "#lib/platform/db/client.ts";
import { setUpTestDatabase } from "#lib/platform/db/test-database.ts";
import type { Visibility } from "#lib/shared/game.ts";
import { refreshSearchDocuments } from "../library/refresh.ts";
import { encodeLoadout } from "../loadout-code/loadout-code.ts";
import { seedExampleBuilds } from "../seed.ts";
import { changeBuild, readBuild, readLoadout, saveBuild } from "../service.ts";
import { type CompareQuery, parseCompareQuery } from "./schema.ts";
import { compareBuilds, findToAdd } from "./service.ts";
import type { Comparison, FigureRow } from "./view.ts";

setUpTestDatabase();

const FIREBRAND = "[&DQENPi47PhpLF0sXFgE2AUsBFgE2AS0BGBYYFgAAAAAAAAAAAAAAAAAAAAAEBQBXADUAMQAA]";
const LUMINARY = "example-luminary-power";
const EVOKER = "example-evoker-condi-pd";

let owner: Actor;

beforeAll(async () => {
  owner = await newUser("Aurene");
  await seedExampleBuilds(db());
  await refreshSearchDocuments(db());
}, 60_000);

async function save(visibility: Visibility, name = "Mantras"): Promise<string> {
  return (await saveBuild(owner, { link: FIREBRAND, name, visibility, mode: "wvw" })).slug;
}

function query(b: string[], rest: Record<string, string> = {}): CompareQuery {
  const parsed = parseCompareQuery({ b, ...rest });
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

async function compared(
  b: string[],
  rest?: Record<string, string>,
  actor: Actor = ANONYMOUS,
): Promise<Comparison> {
  const { comparison } = await compareBuilds(actor, query(b, rest));
  if (!comparison) throw new Error("Nothing was compared.");
  return comparison;
}

function row({ tables }: Comparison, id: string, name: string): FigureRow {
  const found = tables.find((table) => table.id === id)?.rows.find((one) => one.name === name);
  if (!found) throw new Error(`There is no row ${name}.`);
  return found;
}

describe("builds side by side", () => {
  it("have the damage of their own pages where the assumptions are those of measured rotations", async () => {
    const damage = row(await compared([LUMINARY, EVOKER]), "damage", "All damage").cells;
    for (const [index, slug] of [LUMINARY, EVOKER].entries()) {
      const { report } = await readBuild(ANONYMOUS, slug);
      const total = report.damage && report.damage.kind !== "none" ? report.damage.total : "";
      expect(damage[index]?.text).toBe(total);
    }
  });

  it("are all in the mode of the first unless another is chosen", async () => {
    const slug = await save("public");
    expect((await compared([slug, LUMINARY])).mode).toBe("wvw");
    expect((await compared([slug, LUMINARY], { mode: "pve" })).mode).toBe("pve");
  });

  it("are under the same assumptions: fewer boons make every damage less", async () => {
    const [many, none] = await Promise.all([
      compared([LUMINARY, EVOKER]),
      compared([LUMINARY, EVOKER], { boons: "none" }),
    ]);
    const totals = (comparison: Comparison) =>
      row(comparison, "damage", "All damage").cells.map(({ value }) => value ?? 0);
    for (const [index, total] of totals(none).entries()) {
      expect(total).toBeLessThan(totals(many)[index] ?? 0);
    }
  });

  it("have estimates for all where not all have a measured rotation; mixed ones are never the best", async () => {
    const slug = await save("public");
    const alike = await compared([LUMINARY, slug]);
    expect(alike.builds.map(({ damageSource }) => damageSource.kind)).toEqual(["estimate", "estimate"]);
    expect(alike.damage.isComparable).toBe(true);
    const own = await compared([LUMINARY, slug], { damage: "own" });
    expect(own.builds.map(({ damageSource }) => damageSource.kind)).toEqual(["measured", "estimate"]);
    expect(own.damage.isComparable).toBe(false);
    expect(row(own, "damage", "All damage").cells.some(({ isBest }) => isBest)).toBe(false);
  });

  it("have no figures in PvP, which no source states, and still say in what they differ", async () => {
    const { withoutNumbers, tables, differences } = await compared([LUMINARY, EVOKER], { mode: "pvp" });
    expect(withoutNumbers).toContain("PvP");
    expect(tables.map(({ id }) => id)).not.toContain("damage");
    expect(differences.length).toBeGreaterThan(10);
  });

  it("differ in nothing but what differs", async () => {
    const slug = await save("public");
    const { loadout } = await readLoadout(owner, slug);
    const code = encodeLoadout({ ...loadout, equipment: { ...loadout.equipment, jadeBotCore: 7 } });
    const { differences, same } = await compared([slug, code]);
    expect(differences).toEqual([{ what: "Jade bot core", cells: [null, "Tier 7"] }]);
    expect(same.length).toBeGreaterThan(5);
  });

  it("are one build where its address is given twice, also by an earlier address", async () => {
    const before = await save("public", "Early name");
    const { slug } = await changeBuild(owner, { slug: before, name: "Later name", visibility: "public" });
    expect((await compared([before, slug])).builds.map(({ reference }) => reference)).toEqual([slug]);
  });
});

describe("a build that cannot be shown", () => {
  it("is named by its place; a private build of somebody else looks like one that does not exist", async () => {
    const secret = await save("private");
    const { comparison, refused } = await compareBuilds(
      ANONYMOUS,
      query([LUMINARY, secret, "never-was-there", EVOKER]),
    );
    expect(comparison?.builds.map(({ letter, reference }) => [letter, reference])).toEqual([
      ["A", LUMINARY],
      ["B", EVOKER],
    ]);
    expect(refused.map(({ position }) => position)).toEqual([2, 3]);
    expect(refused[0]?.message).toBe(refused[1]?.message);
    expect(refused[0]?.message).toContain("make it unlisted or public");
  });

  it("is shown to its owner", async () => {
    const secret = await save("private");
    expect((await compared([secret], {}, owner)).builds).toHaveLength(1);
  });

  it("says what is wrong with a link, code or words", async () => {
    const { comparison, refused } = await compareBuilds(ANONYMOUS, query(["[&DQEN]", "two words"]));
    expect(comparison).toBeNull();
    expect(refused).toHaveLength(2);
    expect(refused[1]?.message).toContain("Search for it by its name");
  });
});

describe("adding a build", () => {
  it("takes an address, a code and a link at once", async () => {
    expect(await findToAdd(ANONYMOUS, `http://localhost/b/${LUMINARY}`)).toEqual({
      kind: "build",
      reference: LUMINARY,
    });
    expect(await findToAdd(ANONYMOUS, FIREBRAND)).toMatchObject({ kind: "build" });
  });

  it("searches by name among one's own and the public builds, typing errors forgiven", async () => {
    const slug = await save("private", "Zommoros secret");
    const own = await findToAdd(owner, "zomoros secret");
    expect(own.kind === "search" && own.own?.builds.map((build) => build.slug)).toContain(slug);
    const stranger = await findToAdd(ANONYMOUS, "zomoros secret");
    expect(stranger).toMatchObject({ kind: "search", own: null, everybodys: { builds: [] } });
    const word = await findToAdd(ANONYMOUS, "evoker");
    expect(word.kind === "search" && word.everybodys.builds.length).toBeGreaterThan(0);
  });

  it("refuses the address of a private build like one that leads nowhere", async () => {
    const secret = await save("private");
    const [hidden, missing] = await Promise.all([
      findToAdd(ANONYMOUS, `/b/${secret}`),
      findToAdd(ANONYMOUS, "/b/never-was-there"),
    ]);
    expect(hidden.kind).toBe("refused");
    expect(hidden).toEqual(missing);
  });
});
