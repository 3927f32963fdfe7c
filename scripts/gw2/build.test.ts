import { describe, expect, it } from "vitest";
import { gameData } from "#lib/builds/game-data.ts";
import { loadoutSchema } from "#lib/builds/loadout.ts";
import { encodeLoadout } from "#lib/builds/loadout-code/loadout-code.ts";
import { namedLoadout } from "#lib/builds/testing/named-loadout.ts";
import { runBuild } from "./build.ts";
import { objectsOf, runForTest } from "./run-for-test.ts";

const LINK = "[&DQENPi47PhpLF0sXFgE2AUsBFgE2AS0BGBYYFgAAAAAAAAAAAAAAAAAAAAAEBQBXADUAMQAA]";

const WARRIOR = namedLoadout(gameData().catalog, {
  profession: "Warrior",
  lines: [["Strength"], ["Discipline"], ["Berserker"]],
  heal: "Mending",
  weapons: [["Greatsword"], ["Axe", "Axe"]],
});
const ILLEGAL = { ...WARRIOR, profession: "Thief" };

type Contributions = readonly { readonly amount: number }[];
interface Shown {
  readonly mode: string;
  readonly refusal: { readonly code: string } | null;
  readonly attributes: {
    readonly heroPanel: Readonly<Record<string, { value: number; contributions: Contributions }>>;
    readonly combat: readonly { readonly fraction: number }[];
  } | null;
  readonly damage: { readonly source: string; readonly perSecond: number | null; readonly why?: string };
}

async function show(args: readonly string[], input = ""): Promise<Shown> {
  const { stdout } = await runForTest(runBuild, ["show", ...args], input);
  const [line = "{}"] = stdout;
  return JSON.parse(line) as Shown;
}

describe("gw2 build check", () => {
  it("reads links, codes, addresses and loadouts, and names each answer", async () => {
    const code = encodeLoadout(WARRIOR);
    const address = `https://example.org/build?code=${code}&mode=wvw`;
    const input = [LINK, "", code, address, JSON.stringify({ id: "json", loadout: WARRIOR })].join("\n");
    const outcome = await runForTest(runBuild, ["check"], input);
    expect(outcome.stderr).toEqual([]);
    expect(outcome.exitCode).toBe(0);
    expect(objectsOf(outcome.stdout)).toEqual([
      { input: LINK, warnings: [], ok: true, findings: [] },
      { input: code, warnings: [], ok: true, findings: [] },
      { input: address, warnings: [], ok: true, findings: [] },
      { id: "json", warnings: [], ok: true, findings: [] },
    ]);
  });

  it("calls a code damaged only if it could have been one", async () => {
    const code = encodeLoadout(WARRIOR);
    const noBuilds = ["null", "5", "true", "garbage", '"x"', "my-favourite-greatsword-build"];
    const damaged = [code.slice(0, -3), code.slice(3), code.slice(0, 6)];
    const input = [...noBuilds, ...damaged].join("\n");
    const { exitCode, stdout } = await runForTest(runBuild, ["check"], input);
    expect(exitCode).toBe(1);
    const errors = objectsOf(stdout).map(({ error }) => error);
    expect(errors.slice(0, noBuilds.length)).toEqual(
      noBuilds.map(() => expect.objectContaining({ code: "no-build", message: "This is no build." })),
    );
    expect(errors.slice(noBuilds.length)).toEqual(
      damaged.map(() => expect.objectContaining({ code: "damaged" })),
    );
  });

  it("lists what the game does not allow and exits with 1", async () => {
    const outcome = await runForTest(runBuild, ["check"], JSON.stringify(ILLEGAL));
    expect(outcome.exitCode).toBe(1);
    const [answer] = objectsOf(outcome.stdout);
    expect(answer).toMatchObject({
      input: "record 1",
      ok: false,
      findings: expect.arrayContaining([
        {
          code: "SPECIALIZATION_OF_OTHER_PROFESSION",
          severity: "error",
          slot: "specializations[0]",
          message: expect.any(String),
          mend: expect.any(String),
        },
      ]),
    });
    expect(outcome.stderr[0]).toMatch(/^gw2 build: record 1: not allowed \(\d+\): specializations\[0\]: /);
  });

  it("judges in the mode that is asked for, and takes warnings for no fault", async () => {
    const jadeBot = JSON.stringify({ profession: "Guardian", equipment: { jadeBotCore: 5 } });
    const inPve = await runForTest(runBuild, ["check", "--mode", "pve", jadeBot]);
    expect(objectsOf(inPve.stdout)).toMatchObject([{ ok: true, findings: [] }]);
    const inWvw = await runForTest(runBuild, ["check", "--mode=wvw", jadeBot]);
    expect(objectsOf(inWvw.stdout)).toMatchObject([
      { ok: true, findings: [{ code: "NOT_IN_MODE", severity: "warning" }] },
    ]);
    expect(inWvw.exitCode).toBe(0);
  });

  it("names line and field of what it cannot read, and goes on", async () => {
    const input = [
      "nonsense!",
      "{broken",
      JSON.stringify({ profession: "Bard" }),
      JSON.stringify({ id: "g", profession: "Guardian", equipment: { relic: "x" } }),
      "[&DQY=]",
      "/b/some-build",
      JSON.stringify({ id: "fine", profession: "Guardian" }),
    ].join("\n");
    const outcome = await runForTest(runBuild, ["check"], input);
    expect(outcome.exitCode).toBe(1);
    expect(objectsOf(outcome.stdout).map(({ ok }) => ok)).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
      true,
    ]);
    expect(outcome.stderr).toEqual([
      expect.stringMatching(/^gw2 build: line 1: This is no build\. Give a chat link, /),
      expect.stringMatching(
        /^gw2 build: line 2: This is not JSON: .* Write each loadout as JSON on one line\.$/,
      ),
      expect.stringMatching(/^gw2 build: line 3: profession: /),
      expect.stringMatching(/^gw2 build: line 4 \(g\): equipment\.relic: /),
      expect.stringMatching(/^gw2 build: line 5: The link is cut off/),
      expect.stringMatching(/^gw2 build: line 6: The address \/b\/some-build names no build/),
    ]);
  });

  it("notes what is unclear in a link", async () => {
    const outdated = "[&DQkPFQMqND/cEdwRKxIrEgYSBhLUEdQRyhHKEQ4NDxAAAAAAAAAAAAAAAAA=]";
    const outcome = await runForTest(runBuild, ["check", outdated]);
    expect(objectsOf(outcome.stdout)[0]?.warnings).toHaveLength(4);
    expect(outcome.stderr[0]).toMatch(/^gw2 build: argument 1: note: /);
  });
});

describe("gw2 build show", () => {
  it("gives attributes whose contributions add up, and an estimate of damage", async () => {
    const shown = await show([], JSON.stringify(WARRIOR));
    const panel = Object.entries(shown.attributes?.heroPanel ?? {});
    expect(panel.length).toBeGreaterThan(8);
    for (const [id, { value, contributions }] of panel) {
      expect([id, contributions.reduce((sum, { amount }) => sum + amount, 0)]).toEqual([id, value]);
    }
    expect(shown.damage).toMatchObject({
      source: "estimate",
      estimate: { method: expect.any(String), assumptions: expect.any(Array), skills: expect.any(Array) },
    });
    expect(shown.damage.perSecond).toBeGreaterThan(1000);
    expect(shown).toMatchObject({
      survival: { effectiveHealth: expect.any(Number) },
      healing: { referenceHeal: expect.any(Number) },
      marginal: expect.any(Array),
      support: { boons: expect.any(Array) },
      notModelled: expect.any(Array),
      unknown: expect.any(Array),
    });
  });

  it("takes the template's measured rotation where the loadout names one", async () => {
    const loadout = { ...WARRIOR, template: { id: "pbers", setup: "raid" } };
    expect((await show([], JSON.stringify(loadout))).damage).toMatchObject({
      source: "template",
      template: { id: "pbers", outdatedInSource: true },
    });
  });

  it("says why there is no damage without weapons", async () => {
    const { damage } = await show([], JSON.stringify({ profession: "Guardian" }));
    expect(damage).toMatchObject({
      source: "none",
      perSecond: null,
      why: expect.stringContaining("weapons"),
    });
  });

  it("calculates for another mode, and refuses the numbers of PvP with exit code 1", async () => {
    const wvw = await show(["--mode", "wvw", LINK]);
    expect(wvw).toMatchObject({ mode: "wvw", refusal: null });
    const outcome = await runForTest(runBuild, ["show", "--mode", "pvp", LINK]);
    expect(outcome.exitCode).toBe(1);
    const [line] = objectsOf(outcome.stdout);
    expect(line).toMatchObject({ refusal: { code: "MODE_WITHOUT_FIGURES" }, attributes: null, damage: null });
    expect(outcome.stderr[0]).toMatch(/^gw2 build: argument 1: not calculated: mode: /);
  });

  it("gives back a code that reads as the same loadout", async () => {
    const loadout = loadoutSchema.parse({ ...WARRIOR, mode: "wvw" });
    const { stdout } = await runForTest(runBuild, ["show", JSON.stringify(loadout)]);
    expect(objectsOf(stdout)[0]?.code).toBe(encodeLoadout(loadout));
  });
});

describe("gw2 build", () => {
  it("explains itself, and refuses what it does not understand with exit code 2", async () => {
    const help = await runForTest(runBuild, ["check", "--help"]);
    expect(help).toMatchObject({ exitCode: 0, stdout: [expect.stringMatching(/^Usage: gw2 build check/)] });
    for (const args of [
      [],
      ["paint"],
      ["check", "--mode", "raid"],
      ["check", "--mode"],
      ["show", "--fast"],
    ]) {
      const outcome = await runForTest(runBuild, args);
      expect(outcome).toMatchObject({
        exitCode: 2,
        stdout: [],
        stderr: [expect.stringContaining("Try: gw2 build --help")],
      });
    }
  });
});
