import { err, ok, type Result } from "#lib/shared/result.ts";

/**
 * Base64 with a strict reader that says where it stopped, in plain TypeScript so that server, worker and
 * browser share one behaviour (`Buffer` ignores bad characters, `atob` does not say which one is bad).
 */
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

const SIX_BITS = new Map([...ALPHABET].map((character, value) => [character, value]));
const URL_SAFE = new Map([
  ["-", 62],
  ["_", 63],
]);

export interface DecodedBase64 {
  readonly bytes: Uint8Array;
  /** False for missing padding, the URL-safe alphabet or stray bits in the last character: readable, but encoding gives another text. */
  readonly canonical: boolean;
}

export interface Base64Error {
  /** 0-based index of the first character that cannot be read; the length of the text where it ends too early. */
  readonly position: number;
}

/**
 * Reads standard base64, tolerating missing padding and the URL-safe alphabet.
 * @param text no white space, no brackets
 */
export function decodeBase64(text: string): Result<DecodedBase64, Base64Error> {
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const digits = text.length - padding;
  if (digits % 4 === 1) return err({ position: digits });
  if (padding > 0 && text.length % 4 !== 0) return err({ position: digits });

  const bytes = new Uint8Array(Math.floor((digits * 3) / 4));
  let canonical = text.length % 4 === 0;
  let buffer = 0;
  let bits = 0;
  let written = 0;
  for (let position = 0; position < digits; position++) {
    const character = text.charAt(position);
    let value = SIX_BITS.get(character);
    if (value === undefined) {
      value = URL_SAFE.get(character);
      if (value === undefined) return err({ position });
      canonical = false;
    }
    buffer = ((buffer << 6) | value) & 0x3fff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[written++] = (buffer >> bits) & 0xff;
    }
  }
  const strayBits = buffer & ((1 << bits) - 1);
  return ok({ bytes, canonical: canonical && strayBits === 0 });
}

/** Standard base64 with padding. */
export function encodeBase64(bytes: Uint8Array): string {
  let text = "";
  for (let index = 0; index < bytes.length; index += 3) {
    const group = ((bytes[index] ?? 0) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0);
    const left = bytes.length - index;
    text += ALPHABET.charAt(group >> 18);
    text += ALPHABET.charAt((group >> 12) & 63);
    text += left > 1 ? ALPHABET.charAt((group >> 6) & 63) : "=";
    text += left > 2 ? ALPHABET.charAt(group & 63) : "=";
  }
  return text;
}
