import type { Catalog } from "#lib/catalog/catalog-index.ts";
import type { Loadout } from "../loadout.ts";
import { wornLines } from "../revisions/loadout-differences.ts";
import { mergedKeys } from "./support.ts";
import type { TextRow } from "./view.ts";

/** What loadouts have otherwise and what alike, line by line in the order of the build page. Pure. */
export function loadoutRows(
  loadouts: readonly Loadout[],
  catalog: Catalog,
): { differences: TextRow[]; same: TextRow[] } {
  const lines = loadouts.map((loadout) => wornLines(loadout, catalog));
  const rows = mergedKeys(lines).map((what) => ({
    what,
    cells: lines.map((line) => line.get(what) ?? null),
  }));
  const isSame = ({ cells }: TextRow) => cells.every((cell) => cell === cells[0]);
  return { differences: rows.filter((row) => !isSame(row)), same: rows.filter(isSame) };
}
