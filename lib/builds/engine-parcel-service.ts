import { AppError } from "#lib/shared/app-error.ts";
import type { EngineParcel } from "./engine-parcel.ts";
import { gameData } from "./game-data.ts";
import { decodeLoadout } from "./loadout-code/loadout-code.ts";
import { packEngine } from "./pack-engine.ts";
import { reportData } from "./report-data.ts";

/** The facts behind the numbers of a loadout. Anybody may have them: whoever knows the code knows the loadout. Throws INVALID_INPUT for a damaged code. */
export function engineParcel(code: string): EngineParcel {
  const loadout = decodeLoadout(code);
  if (!loadout.ok) {
    throw new AppError("INVALID_INPUT", {
      field: "loadout",
      message: `${loadout.error.message} ${loadout.error.mend}`,
    });
  }
  return packEngine(loadout.value, reportData(gameData().catalog));
}
