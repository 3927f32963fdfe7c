/**
 * Types of chat links by the first byte of their content.
 * Source: wiki page "Chat link format", cross-checked with sliekens/gw2sdk, 2026-08.
 */
export const LINK_TYPE_CODES = {
  coin: 0x01,
  item: 0x02,
  text: 0x03,
  map: 0x04,
  pvpGame: 0x05,
  skill: 0x06,
  trait: 0x07,
  user: 0x08,
  recipe: 0x09,
  skin: 0x0a,
  outfit: 0x0b,
  objective: 0x0c,
  build: 0x0d,
  achievement: 0x0e,
  fashion: 0x0f,
  travel: 0x10,
} as const;

export type ChatLinkType = keyof typeof LINK_TYPE_CODES;

const TYPE_BY_CODE = new Map<number, ChatLinkType>(
  (Object.keys(LINK_TYPE_CODES) as ChatLinkType[]).map((type) => [LINK_TYPE_CODES[type], type]),
);

export function linkTypeOfCode(typeCode: number): ChatLinkType | undefined {
  return TYPE_BY_CODE.get(typeCode);
}

/** The kind of link in words that fit "This is …". */
export const LINK_TYPE_NAMES = {
  coin: "a coin link",
  item: "an item link",
  text: "a text link",
  map: "a map or point of interest link",
  pvpGame: "a PvP game link",
  skill: "a skill link",
  trait: "a trait link",
  user: "a player link",
  recipe: "a recipe link",
  skin: "a skin link",
  outfit: "an outfit link",
  objective: "a WvW objective link",
  build: "a build template link",
  achievement: "an achievement link",
  fashion: "a fashion template link",
  travel: "a travel template link",
} as const satisfies Record<ChatLinkType, string>;
