/** Matches the address of a game icon on ArenaNet's render service; groups: signature, file id. */
const ICON_ADDRESS = /^https:\/\/render\.guildwars2\.com\/file\/([0-9A-F]{40})\/(\d+)\.(?:png|jpg)$/;

/** "SIGNATURE/FILEID": all that tells one game icon from another. */
export const ICON_REF_PATTERN = /^[0-9A-F]{40}\/\d+$/;

/** Address of a game icon on ArenaNet's render service (64 × 64 PNG for skills and traits). */
export function iconUrl(ref: string): string {
  return `https://render.guildwars2.com/file/${ref}.png`;
}

/** The short form of an icon address of the official API; undefined when it is not one. */
export function iconRef(address: string): string | undefined {
  const match = ICON_ADDRESS.exec(address);
  return match ? `${match[1]}/${match[2]}` : undefined;
}
