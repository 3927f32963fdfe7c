import { STAT_SETS, statSetTitle } from "#lib/builds/schema.ts";
import type { GearSlot, Rarity } from "#lib/engine/mechanics.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import type { GearRefusal, OwnedPiece } from "./schema.ts";

/** What a player may call the slots of owned pieces; `weapon` stands for either kind. */
const SLOT_WORDS: Readonly<Record<string, readonly (GearSlot | "any")[]>> = {
  any: ["any"],
  helm: ["helm"],
  shoulders: ["shoulders"],
  coat: ["coat"],
  gloves: ["gloves"],
  leggings: ["leggings"],
  boots: ["boots"],
  amulet: ["amulet"],
  ring: ["ring"],
  accessory: ["accessory"],
  back: ["back"],
  weapon: ["weapon1h", "weapon2h"],
  "one-handed weapon": ["weapon1h"],
  "two-handed weapon": ["weapon2h"],
};

/** Stat sets by name and by how they are shown, in lower case. */
const STATS = new Map(
  STAT_SETS.flatMap((name) => [name, statSetTitle(name)].map((word) => [word.toLowerCase(), name] as const)),
);
const LINE =
  /^(?<slot>[a-z0-9 -]+?)\s*:\s*(?<stat>[a-z]+(?:['’]s)?(?:\s+and\s+[a-z]+(?:['’]s)?)?)(?:\s+(?<rarity>exotic|ascended|legendary))?(?:\s*[x×]\s*(?<count>[1-3]))?$/i;

/**
 * Reads owned pieces as a player writes them, one a line or separated by semicolons: "Ring: Viper x2",
 * "Helm: Berserker exotic", "any: Diviner" (a whole set). Fails on the first line that is not understood.
 */
export function parseOwnedText(text: string): Result<readonly OwnedPiece[], GearRefusal> {
  const pieces: OwnedPiece[] = [];
  for (const line of text.split(/[\n;]/).map((each) => each.trim())) {
    if (line === "") continue;
    const read = readLine(line);
    if (!read.ok) return err({ field: "owned", message: `“${line.slice(0, 60)}”: ${read.error}` });
    pieces.push(...read.value);
  }
  return ok(pieces);
}

function readLine(line: string): Result<readonly OwnedPiece[], string> {
  const parts = LINE.exec(line)?.groups;
  if (!parts) return err("Write a slot, a colon and a stat set, such as “Ring: Viper x2”.");
  const { slot = "", stat = "", rarity: word = "", count } = parts;
  const slots =
    SLOT_WORDS[
      slot
        .toLowerCase()
        .replace(/\s+/g, " ")
        .replace(/ [12]$/, "")
    ];
  if (!slots) return err(`There is no slot “${slot}”. Slots: ${Object.keys(SLOT_WORDS).join(", ")}.`);
  const name = STATS.get(
    stat
      .toLowerCase()
      .replace(/['’]s\b/g, "")
      .replace(/\s+/g, " "),
  );
  if (!name) return err(`There is no stat set “${stat}”.`);
  const rarity: Rarity = word.toLowerCase() === "exotic" ? "exotic" : "ascended";
  return ok(slots.map((each) => ({ slot: each, stat: name, rarity, count: Number(count ?? 1) })));
}

/** Owned pieces as text that `parseOwnedText` reads. */
export function ownedText(owned: readonly OwnedPiece[]): string {
  return owned
    .map(({ slot, stat, rarity, count }) => {
      const rare = rarity === "exotic" ? " exotic" : "";
      return `${wordOf(slot)}: ${statSetTitle(stat)}${rare}${count > 1 ? ` x${count}` : ""}`;
    })
    .join("\n");
}

function wordOf(slot: OwnedPiece["slot"]): string {
  if (slot === "weapon1h") return "one-handed weapon";
  return slot === "weapon2h" ? "two-handed weapon" : slot;
}
