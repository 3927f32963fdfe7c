import { professionPack } from "#lib/catalog/profession-pack.ts";
import type { Profession } from "#lib/shared/game.ts";
import { gameData } from "../game-data.ts";
import { reportData } from "../report-data.ts";
import { gearOptions } from "./gear/gear-options.ts";
import { packEngineFacts } from "./numbers/pack-engine-facts.ts";
import type { EditorParcel } from "./options.ts";

/** What the editor needs of the game data for one profession. Server only. */
export function editorParcel(profession: Profession): EditorParcel {
  const { catalog } = gameData();
  return {
    profession,
    pack: professionPack(catalog, profession),
    gear: gearOptions(catalog),
    engine: packEngineFacts(profession, reportData(catalog)),
  };
}
