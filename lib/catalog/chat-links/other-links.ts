import { err, ok, type Result } from "#lib/shared/result.ts";
import { ByteReader, ByteWriter } from "./bytes.ts";
import { type ChatLinkError, chatLinkError } from "./chat-link-error.ts";
import { type ChatLinkType, LINK_TYPE_CODES } from "./link-types.ts";

/** Links that hold one number. */
export const ID_LINK_TYPES = [
  "text",
  "map",
  "skill",
  "trait",
  "recipe",
  "skin",
  "outfit",
  "achievement",
] as const;
/** Links whose content nobody has published; kept as they are. */
export const OPAQUE_LINK_TYPES = ["pvpGame", "user", "fashion", "travel"] as const;

export type IdLinkType = (typeof ID_LINK_TYPES)[number];
export type OpaqueLinkType = (typeof OPAQUE_LINK_TYPES)[number];

/** Content of every chat link but a build template. Objects are plain JSON. */
export type OtherLink =
  | { readonly type: "coin"; readonly copper: number }
  | { readonly type: IdLinkType; readonly id: number }
  | ItemLink
  | { readonly type: "objective" /** `map-objective`, as in `/v2/wvw/objectives`. */; readonly id: string }
  | { readonly type: OpaqueLinkType /** Bytes after the type, hexadecimal. */; readonly payload: string };

export interface ItemLink {
  readonly type: "item";
  /** Stack size, 0 to 255. */
  readonly quantity: number;
  readonly id: number;
  readonly skin?: number;
  /** Upgrade components of the first and second slot; null where only the second is filled. */
  readonly upgrades?: readonly [number] | readonly [number | null, number];
  /** Low five bits of the flags byte, whose meaning is unknown; absent if zero. */
  readonly unknownFlags?: number;
}

const FLAG_SKIN = 0x80;
const FLAG_FIRST_UPGRADE = 0x40;
const FLAG_SECOND_UPGRADE = 0x20;
const UNKNOWN_FLAGS = 0x1f;

const ID_TYPES: ReadonlySet<string> = new Set(ID_LINK_TYPES);
const OPAQUE_TYPES: ReadonlySet<string> = new Set(OPAQUE_LINK_TYPES);

export function isIdLinkType(type: string): type is IdLinkType {
  return ID_TYPES.has(type);
}

export function isOpaqueLinkType(type: string): type is OpaqueLinkType {
  return OPAQUE_TYPES.has(type);
}

/** Reads the content of a link of the given type (the first byte). */
export function readOtherLinkBytes(
  type: Exclude<ChatLinkType, "build">,
  bytes: Uint8Array,
): Result<OtherLink, ChatLinkError> {
  if (isOpaqueLinkType(type)) return ok({ type, payload: toHex(bytes.subarray(1)) });
  const neededBytes = neededLength(type, bytes);
  if (bytes.length < neededBytes) {
    return err(chatLinkError({ code: "cut-off", bytes: bytes.length, neededBytes }));
  }
  if (bytes.length > neededBytes) {
    return err(chatLinkError({ code: "bytes-left-over", bytes: bytes.length - neededBytes }));
  }
  const reader = new ByteReader(bytes, 1);
  if (type === "coin") return ok({ type, copper: reader.uint(4) });
  if (type === "item") return ok(readItem(reader));
  if (type === "objective") {
    const objective = reader.uint(4);
    return ok({ type, id: `${reader.uint(4)}-${objective}` });
  }
  return ok({ type, id: reader.uint(4) });
}

/** Writes the content of a link. Throws a RangeError for a number outside its field or an ill-formed objective id. */
export function writeOtherLinkBytes(link: OtherLink): Uint8Array {
  const writer = new ByteWriter();
  writer.uint(LINK_TYPE_CODES[link.type], 1, "type");
  switch (link.type) {
    case "coin":
      writer.uint(link.copper, 4, "copper");
      break;
    case "item":
      writeItem(writer, link);
      break;
    case "objective":
      writeObjective(writer, link.id);
      break;
    case "pvpGame":
    case "user":
    case "fashion":
    case "travel":
      for (const byte of fromHex(link.payload)) writer.uint(byte, 1, "payload");
      break;
    default:
      writer.uint(link.id, 4, "id");
  }
  return writer.toBytes();
}

function neededLength(type: Exclude<ChatLinkType, "build">, bytes: Uint8Array): number {
  if (type === "objective") return 9;
  if (type !== "item") return 5;
  const flags = bytes[5] ?? 0;
  const parts = [FLAG_SKIN, FLAG_FIRST_UPGRADE, FLAG_SECOND_UPGRADE].filter((flag) => (flags & flag) !== 0);
  return 6 + 4 * parts.length;
}

function readItem(reader: ByteReader): ItemLink {
  const quantity = reader.uint(1);
  const id = reader.uint(3);
  const flags = reader.uint(1);
  const part = (flag: number) => ((flags & flag) === 0 ? null : reader.uint(4));
  const skin = part(FLAG_SKIN);
  const first = part(FLAG_FIRST_UPGRADE);
  const second = part(FLAG_SECOND_UPGRADE);
  const upgrades =
    second === null ? (first === null ? null : ([first] as const)) : ([first, second] as const);
  const unknownFlags = flags & UNKNOWN_FLAGS;
  return {
    type: "item",
    quantity,
    id,
    ...(skin === null ? {} : { skin }),
    ...(upgrades === null ? {} : { upgrades }),
    ...(unknownFlags === 0 ? {} : { unknownFlags }),
  };
}

function writeItem(writer: ByteWriter, link: ItemLink): void {
  const [first, second] = link.upgrades ?? [];
  const parts = [
    { flag: FLAG_SKIN, value: link.skin, field: "skin" },
    { flag: FLAG_FIRST_UPGRADE, value: first, field: "upgrades[0]" },
    { flag: FLAG_SECOND_UPGRADE, value: second, field: "upgrades[1]" },
  ];
  const present = parts.filter(({ value }) => value !== undefined && value !== null);
  const flags = present.reduce((sum, { flag }) => sum | flag, link.unknownFlags ?? 0);
  writer.uint(link.quantity, 1, "quantity");
  writer.uint(link.id, 3, "id");
  writer.uint(flags, 1, "flags");
  for (const { value, field } of present) writer.uint(value ?? 0, 4, field);
}

function writeObjective(writer: ByteWriter, id: string): void {
  const match = /^(\d+)-(\d+)$/.exec(id);
  if (match === null)
    throw new RangeError(`id of an objective must look like "38-11" (map-objective), not "${id}".`);
  writer.uint(Number(match[2]), 4, "objective");
  writer.uint(Number(match[1]), 4, "map");
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function fromHex(text: string): number[] {
  if (!/^([0-9a-f]{2})*$/i.test(text))
    throw new RangeError("payload must be hexadecimal, two digits a byte.");
  return Array.from({ length: text.length / 2 }, (_, index) =>
    Number.parseInt(text.slice(2 * index, 2 * index + 2), 16),
  );
}
