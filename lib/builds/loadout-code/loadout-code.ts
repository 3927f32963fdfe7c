import { decodeBase64, encodeBase64 } from "#lib/catalog/chat-links/base64.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { type Loadout, type LoadoutInput, loadoutSchema } from "../loadout.ts";
import { describeFaults, parseLoadout } from "../parse-loadout.ts";
import { BitReader, BitWriter } from "./bits.ts";
import type { Codec } from "./codec.ts";
import { crc24 } from "./crc24.ts";
import { type LoadoutCodeError, type LoadoutCodeProblem, loadoutCodeError } from "./loadout-code-error.ts";
import { loadoutVersion1 } from "./loadout-codec.ts";

/** Version of the code, its first byte. Not the version of the stored object. */
export const LOADOUT_CODE_VERSION = 1;

/** Every version there was; a code of any of them stays readable. */
const CODECS: ReadonlyMap<number, Codec<LoadoutInput & Loadout>> = new Map([[1, loadoutVersion1]]);

const CHECKSUM_BYTES = 3;
/** Above the longest code of a loadout the schema accepts (48 effects of 80 letters each have no number). */
const MAX_CHARACTERS = 8000;

/**
 * The code of a loadout: letters, digits, hyphen and underscore, safe in addresses. Equal loadouts have equal codes. A
 * full loadout takes about 250 characters, at most 600 unless it sets effects that have no number (effect-codes.ts).
 * The format is described in docs/loadout-code.md. Throws only if the value is no loadout at all.
 */
export function encodeLoadout(loadout: Loadout): string {
  const out = new BitWriter();
  loadoutVersion1.write(out, loadoutSchema.parse(loadout));
  const content = out.bytes();
  const bytes = new Uint8Array(1 + content.length + CHECKSUM_BYTES);
  bytes[0] = LOADOUT_CODE_VERSION;
  bytes.set(content, 1);
  const checksum = crc24(bytes.subarray(0, -CHECKSUM_BYTES));
  bytes.set([checksum >> 16, (checksum >> 8) & 0xff, checksum & 0xff], 1 + content.length);
  return toUrlSafe(encodeBase64(bytes));
}

/**
 * The loadout of a code of any version. White space is ignored, since long codes get wrapped. Never throws: a code
 * that is cut off, mistyped or of an unknown version is refused with what to do about it.
 */
export function decodeLoadout(text: string): Result<Loadout, LoadoutCodeError> {
  if (text.length > MAX_CHARACTERS) return refuse({ code: "too-long", characters: text.length });
  const code = text.replace(/\s+/g, "");
  if (code === "") return refuse({ code: "empty" });
  if (code.startsWith("[&")) return refuse({ code: "chat-link" });
  const stranger = code.search(/[^A-Za-z0-9_-]/);
  if (stranger >= 0) return refuse({ code: "bad-character", position: stranger + 1 });
  const bytes = bytesOf(code);
  if (bytes === null) return refuse({ code: "damaged" });
  const version = bytes[0] ?? 0;
  const codec = CODECS.get(version);
  if (codec === undefined) return refuse({ code: "unknown-version", version });
  return readContent(codec, bytes.subarray(1, -CHECKSUM_BYTES));
}

/** The bytes of a code whose checksum fits. */
function bytesOf(code: string): Uint8Array | null {
  const decoded = decodeBase64(code);
  if (!decoded.ok) return null;
  const { bytes } = decoded.value;
  // Bits of the last character that no byte uses have to be zero, or two texts would be one code.
  if (toUrlSafe(encodeBase64(bytes)) !== code) return null;
  if (bytes.length <= CHECKSUM_BYTES) return null;
  const written = bytes.subarray(-CHECKSUM_BYTES).reduce((sum, byte) => sum * 256 + byte, 0);
  return crc24(bytes.subarray(0, -CHECKSUM_BYTES)) === written ? bytes : null;
}

function readContent(codec: Codec<Loadout>, content: Uint8Array): Result<Loadout, LoadoutCodeError> {
  const reader = new BitReader(content);
  const read = codec.read(reader);
  if (reader.failure === null) reader.end();
  if (reader.failure !== null) return refuse({ code: "unknown-content", reason: reader.failure });
  const parsed = parseLoadout(read);
  if (parsed.ok) return ok(parsed.value);
  return refuse({
    code: "unknown-content",
    reason: describeFaults(parsed.error.slice(0, 1)).replace(/\.$/, ""),
  });
}

function toUrlSafe(base64: string): string {
  return base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function refuse(problem: LoadoutCodeProblem): Result<never, LoadoutCodeError> {
  return err(loadoutCodeError(problem));
}
