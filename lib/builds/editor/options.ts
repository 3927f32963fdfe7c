import { type Catalog, indexCatalog } from "#lib/catalog/catalog-index.ts";
import { dataOfPacks, type ProfessionPack } from "#lib/catalog/profession-pack.ts";
import type { Profession } from "#lib/shared/game.ts";
import type { GearOptions } from "./gear/gear-options.ts";
import { type EngineData, type EngineFacts, engineData } from "./numbers/engine-facts.ts";

/** What the editor of one profession gets from the server: plain data, the same for everybody. */
export interface EditorParcel {
  readonly profession: Profession;
  readonly pack: ProfessionPack;
  readonly gear: GearOptions;
  readonly engine: EngineFacts;
}

/** Everything that can be chosen in a loadout of one profession, indexed once in the browser. */
export interface EditorOptions {
  readonly profession: Profession;
  /** The catalogue as far as the profession needs it, items and stat sets included. */
  readonly catalog: Catalog;
  readonly gear: GearOptions;
  /** What the numbers are calculated from. */
  readonly engine: EngineData;
}

/** Indexes a parcel. Pure; some milliseconds. */
export function editorOptions({ profession, pack, gear, engine }: EditorParcel): EditorOptions {
  const catalog = indexCatalog(dataOfPacks(pack, gear.equipment));
  return { profession, catalog, gear, engine: engineData(engine, gear.tables, catalog) };
}
