import { attributeName } from "#lib/engine/attribute-names.ts";
import type { MechanicsIndex } from "#lib/engine/mechanics-index.ts";

const SLOT_NAMES: Readonly<Record<string, string>> = {
  accessory: "Accessory",
  weapon1h: "Weapon",
  weapon2h: "Weapon",
};

/** What a source of a contribution is called: an effect by its name and situation, a piece by slot and stat set. */
export function contributionName(source: string, index: MechanicsIndex): string {
  const entry = index.byId.get(source);
  if (entry) return entry.situation ? `${entry.name} (${entry.situation})` : entry.name;
  const [kind = "", first = "", second = ""] = source.split(":");
  switch (kind) {
    case "base":
      return "Base";
    case "gear":
      return `${SLOT_NAMES[first] ?? words(first)}: ${second}`;
    case "infusion":
      return "Infusions";
    case "attribute":
      return `From ${first === "defense" ? "Defense of the armor" : (attributeName(first) ?? words(first))}`;
    case "rounding":
      return "Rounding";
    default:
      return words(source);
  }
}

/** "ring1" and "criticalChance" as "Ring 1" and "Critical chance". */
function words(id: string): string {
  const spaced = id.replace(
    /([a-z])([A-Z0-9])/g,
    (_match, before: string, after: string) => `${before} ${after.toLowerCase()}`,
  );
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
