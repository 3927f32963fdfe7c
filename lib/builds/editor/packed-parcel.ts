import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { Profession } from "#lib/shared/game.ts";
import { gameData } from "../game-data.ts";
import { editorParcel } from "./parcel.ts";

/** A parcel as it is sent. */
export interface PackedParcel {
  /** JSON, gzip. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Changes with the content. */
  readonly version: string;
}

let packedFor: unknown;
const packed = new Map<Profession, PackedParcel>();

/** What the editor needs for a profession, packed once per process and game data. Server only. */
export function packedParcel(profession: Profession): PackedParcel {
  const { catalog } = gameData();
  if (packedFor !== catalog) packed.clear();
  packedFor = catalog;
  const known = packed.get(profession) ?? pack(profession);
  packed.set(profession, known);
  return known;
}

function pack(profession: Profession): PackedParcel {
  const text = JSON.stringify(editorParcel(profession));
  return {
    bytes: new Uint8Array(gzipSync(text)),
    version: createHash("sha256").update(text).digest("base64url").slice(0, 12),
  };
}
