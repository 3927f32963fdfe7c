import { decodeBase64, encodeBase64 } from "#lib/catalog/chat-links/base64.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { crc24 } from "./crc24.ts";
import { type LoadoutCodeError, type LoadoutCodeProblem, loadoutCodeError } from "./loadout-code-error.ts";

/** What is the same in every version: a byte with the version, the content, the checksum of both. */
export interface Envelope {
  readonly version: number;
  readonly content: Uint8Array;
}

const CHECKSUM_BYTES = 3;
/** Above the longest code of a loadout the schema accepts (48 effects of 80 letters each that have no number). */
const MAX_CHARACTERS = 8000;

/** The text of an envelope: base64url without padding. */
export function sealCode({ version, content }: Envelope): string {
  const bytes = new Uint8Array(1 + content.length + CHECKSUM_BYTES);
  bytes[0] = version;
  bytes.set(content, 1);
  const checksum = checksumOf(bytes.subarray(0, -CHECKSUM_BYTES));
  bytes.set([checksum >> 16, (checksum >> 8) & 0xff, checksum & 0xff], 1 + content.length);
  return toUrlSafe(encodeBase64(bytes));
}

/** Opens an envelope whose checksum fits. White space is ignored, since long codes get wrapped. Never throws. */
export function openCode(text: string): Result<Envelope, LoadoutCodeError> {
  if (text.length > MAX_CHARACTERS) return refuse({ code: "too-long", characters: text.length });
  const code = text.replace(/\s+/g, "");
  if (code === "") return refuse({ code: "empty" });
  if (code.startsWith("[&")) return refuse({ code: "chat-link" });
  const stranger = code.search(/[^A-Za-z0-9_-]/);
  if (stranger >= 0) return refuse({ code: "bad-character", position: stranger + 1 });
  const bytes = bytesOf(code);
  return bytes
    ? ok({ version: bytes[0] ?? 0, content: bytes.subarray(1, -CHECKSUM_BYTES) })
    : refuse({ code: "damaged" });
}

function bytesOf(code: string): Uint8Array | null {
  const decoded = decodeBase64(code);
  if (!decoded.ok) return null;
  const { bytes } = decoded.value;
  // Bits of the last character that no byte uses have to be zero, or several texts would be one code.
  if (bytes.length <= CHECKSUM_BYTES || toUrlSafe(encodeBase64(bytes)) !== code) return null;
  const written = bytes.subarray(-CHECKSUM_BYTES).reduce((sum, byte) => sum * 256 + byte, 0);
  return checksumOf(bytes.subarray(0, -CHECKSUM_BYTES)) === written ? bytes : null;
}

/** Inverted: a plain CRC still fits after a zero byte was added, and one time in 256 after the last byte was lost. */
function checksumOf(bytes: Uint8Array): number {
  return crc24(bytes) ^ 0xffffff;
}

function toUrlSafe(base64: string): string {
  return base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function refuse(problem: LoadoutCodeProblem): Result<never, LoadoutCodeError> {
  return err(loadoutCodeError(problem));
}
