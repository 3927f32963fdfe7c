const POLYNOMIAL = 0x1864cfb;
const START = 0xb704ce;

/**
 * CRC-24 as OpenPGP defines it (RFC 9580, section 6.1.1): finds every change within 24 neighbouring bits, thus every
 * single wrong character of a code, and all but one in 16 million of others. 0 to 2^24 - 1.
 */
export function crc24(bytes: Uint8Array): number {
  let crc = START;
  for (const byte of bytes) {
    crc ^= byte << 16;
    for (let bit = 0; bit < 8; bit++) {
      crc <<= 1;
      if (crc & 0x1000000) crc ^= POLYNOMIAL;
    }
  }
  return crc & 0xffffff;
}
