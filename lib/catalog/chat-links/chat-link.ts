import { err, ok, type Result } from "#lib/shared/result.ts";
import { decodeBase64, encodeBase64 } from "./base64.ts";
import type { BuildLink } from "./build-link.ts";
import { readBuildLinkBytes, writeBuildLinkBytes } from "./build-link-bytes.ts";
import { type ChatLinkError, chatLinkError } from "./chat-link-error.ts";
import { type ChatLinkCandidate, findLinkCandidates } from "./find-chat-links.ts";
import { readGw2SkillsLink } from "./gw2skills-link.ts";
import { linkTypeOfCode } from "./link-types.ts";
import { type OtherLink, readOtherLinkBytes, writeOtherLinkBytes } from "./other-links.ts";

export type ChatLink = { readonly type: "build"; readonly build: BuildLink } | OtherLink;

/** Tolerated in reading, never written. */
export type ChatLinkNote = "override-count-missing" | "nonstandard-base64";

export interface ChatLinkReading {
  readonly link: ChatLink;
  readonly notes: readonly ChatLinkNote[];
  /** Length of the content as it was pasted. */
  readonly byteLength: number;
}

export interface FoundChatLink {
  /** 0-based position in the text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly result: Result<ChatLinkReading, ChatLinkError>;
}

/**
 * Reads the first build template link in a text as a player pastes it: brackets may be missing, other text and
 * other links may surround it. Never throws.
 */
export function decodeBuildLink(text: string): Result<BuildLink, ChatLinkError> {
  const reading = readBuildLink(text);
  return reading.ok ? ok(reading.value.build) : reading;
}

/** `decodeBuildLink` with what was tolerated and the length. */
export function readBuildLink(
  text: string,
): Result<Omit<ChatLinkReading, "link"> & { readonly build: BuildLink }, ChatLinkError> {
  let firstOther: Result<ChatLinkReading, ChatLinkError> | undefined;
  for (const candidate of findCandidates(text)) {
    const result = readCandidate(candidate);
    if (result.ok && result.value.link.type === "build") {
      const { link, notes, byteLength } = result.value;
      return ok({ build: link.build, notes, byteLength });
    }
    if (!result.ok && startsLikeBuild(candidate)) return result;
    firstOther ??= result;
  }
  if (firstOther === undefined) return err(noLink(text));
  if (!firstOther.ok) return firstOther;
  const found = firstOther.value.link.type;
  return err(chatLinkError({ code: "wrong-type", expected: "build", found }));
}

/** Reads the first chat link of any type in a text. Never throws. */
export function decodeChatLink(text: string): Result<ChatLink, ChatLinkError> {
  const reading = readChatLink(text);
  return reading.ok ? ok(reading.value.link) : reading;
}

/** `decodeChatLink` with what was tolerated and the length. */
export function readChatLink(text: string): Result<ChatLinkReading, ChatLinkError> {
  const [first] = findCandidates(text);
  return first === undefined ? err(noLink(text)) : readCandidate(first);
}

/** Every chat link in a text, in order, readable or not. */
export function findChatLinks(text: string): FoundChatLink[] {
  return findCandidates(text).map((candidate) => ({
    start: candidate.start,
    end: candidate.end,
    result: readCandidate(candidate),
  }));
}

/**
 * The link as the game writes it, `[&DQ…=]`. An unchanged structure gives the identical link.
 * Throws a RangeError naming the field for a number that does not fit (never for a decoded or validated structure).
 */
export function encodeBuildLink(link: BuildLink): string {
  return wrap(writeBuildLinkBytes(link));
}

/** The same for a link of any type. */
export function encodeChatLink(link: ChatLink): string {
  return link.type === "build" ? encodeBuildLink(link.build) : wrap(writeOtherLinkBytes(link));
}

/** An address of the gw2skills.net editor is base64 in parts, but no chat link. */
function findCandidates(text: string): ChatLinkCandidate[] {
  const candidates = findLinkCandidates(text);
  const isAddress = candidates.some(({ bracketed }) => !bracketed) && readGw2SkillsLink(text) !== null;
  return isAddress ? [] : candidates;
}

function noLink(text: string): ChatLinkError {
  const editorLink = readGw2SkillsLink(text);
  return chatLinkError(editorLink === null ? { code: "no-link" } : { code: "gw2skills-link", ...editorLink });
}

function wrap(bytes: Uint8Array): string {
  return `[&${encodeBase64(bytes)}]`;
}

function startsLikeBuild(candidate: ChatLinkCandidate): boolean {
  return candidate.code.startsWith("DQ");
}

function readCandidate(candidate: ChatLinkCandidate): Result<ChatLinkReading, ChatLinkError> {
  const result = readCode(candidate.code);
  if (result.ok || candidate.bracketed || startsLikeBuild(candidate)) return result;
  const isNoLink = result.error.code === "bad-base64" || result.error.code === "unknown-type";
  return isNoLink ? err(chatLinkError({ code: "no-link" })) : result;
}

function readCode(code: string): Result<ChatLinkReading, ChatLinkError> {
  const decoded = decodeBase64(code);
  if (!decoded.ok) return err(chatLinkError({ code: "bad-base64", character: decoded.error.position + 1 }));
  const { bytes, canonical } = decoded.value;
  const typeCode = bytes[0];
  if (typeCode === undefined) return err(chatLinkError({ code: "empty-link" }));
  const type = linkTypeOfCode(typeCode);
  if (type === undefined) return err(chatLinkError({ code: "unknown-type", typeCode }));
  const notes: ChatLinkNote[] = canonical ? [] : ["nonstandard-base64"];
  if (type !== "build") {
    const other = readOtherLinkBytes(type, bytes);
    return other.ok ? ok({ link: other.value, notes, byteLength: bytes.length }) : other;
  }
  const build = readBuildLinkBytes(bytes);
  if (!build.ok) return build;
  if (build.value.overrideCountMissing) notes.push("override-count-missing");
  return ok({ link: { type, build: build.value.link }, notes, byteLength: bytes.length });
}
