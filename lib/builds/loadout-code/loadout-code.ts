import { err, ok, type Result } from "#lib/shared/result.ts";
import { type Loadout, loadoutSchema } from "../loadout.ts";
import { describeFaults, parseLoadout } from "../parse-loadout.ts";
import { BitReader, BitWriter } from "./bits.ts";
import type { Codec } from "./codec.ts";
import { openCode, sealCode } from "./envelope.ts";
import { type LoadoutCodeError, type LoadoutCodeProblem, loadoutCodeError } from "./loadout-code-error.ts";
import { loadoutVersion1 } from "./loadout-codec.ts";

export type { LoadoutCodeError, LoadoutCodeErrorCode } from "./loadout-code-error.ts";

/** Version of the code, its first byte. Not the version of the stored object. */
export const LOADOUT_CODE_VERSION = 1;

/** Every version there ever was: a code of any of them stays readable. */
const CODECS: ReadonlyMap<number, Codec<Loadout>> = new Map([[1, loadoutVersion1]]);

/**
 * The code of a loadout: letters, digits, hyphen and underscore, safe in addresses. Equal loadouts have equal codes. A
 * full loadout takes 150 to 400 characters; above 600 are only those that set many effects by hand or effects without a
 * number (effect-ids.ts). Format: docs/loadout-code.md. Throws a ZodError if the value is no loadout at all.
 */
export function encodeLoadout(loadout: Loadout): string {
  const out = new BitWriter();
  loadoutVersion1.write(out, loadoutSchema.parse(loadout));
  return sealCode({ version: LOADOUT_CODE_VERSION, content: out.bytes() });
}

/**
 * The loadout of a code of any version. Never throws: a code that is cut off, mistyped or of an unknown version is
 * refused with what to do about it.
 */
export function decodeLoadout(text: string): Result<Loadout, LoadoutCodeError> {
  const opened = openCode(text);
  if (!opened.ok) return opened;
  const { version, content } = opened.value;
  const codec = CODECS.get(version);
  if (codec === undefined) return refuse({ code: "unknown-version", version });
  const reader = new BitReader(content);
  const read = codec.read(reader);
  if (reader.failure === null) reader.end();
  if (reader.failure !== null) return refuse({ code: "unknown-content", reason: reader.failure });
  const parsed = parseLoadout(read);
  if (parsed.ok) return ok(parsed.value);
  const reason = describeFaults(parsed.error.slice(0, 1)).replace(/\.$/, "");
  return refuse({ code: "unknown-content", reason });
}

function refuse(problem: LoadoutCodeProblem): Result<never, LoadoutCodeError> {
  return err(loadoutCodeError(problem));
}
