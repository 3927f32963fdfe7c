/** Reads a build in any of the shapes that players pass on: chat link, loadout code, share address, loadout as JSON. */

import { gameData } from "#lib/builds/game-data.ts";
import { loadoutFromLink } from "#lib/builds/link-loadout.ts";
import { LOADOUT_VERSION, type Loadout } from "#lib/builds/loadout.ts";
import { decodeLoadout } from "#lib/builds/loadout-code/loadout-code.ts";
import { parseLoadout } from "#lib/builds/parse-loadout.ts";
import { readBuildLink } from "#lib/catalog/chat-links/chat-link.ts";
import { resolveBuildLink } from "#lib/catalog/chat-links/resolve-build-link.ts";
import { type GameMode, gameMode } from "#lib/shared/game.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { tryJson } from "./input-stream.ts";
import type { LinkInputValue } from "./link-input.ts";

export interface BuildInput {
  /** The record's own id, if it has one. */
  readonly id: string | undefined;
  /** The text it came as; undefined for JSON. */
  readonly text: string | undefined;
}

export interface ReadBuild {
  readonly loadout: Loadout;
  /** What was unclear in a chat link: unknown skills, old codes. */
  readonly warnings: readonly string[];
}

export interface BuildRefusal {
  readonly code: string;
  /** The field of a loadout at fault; empty for the input as a whole. */
  readonly field: string;
  readonly message: string;
  readonly mend: string;
}

/** What identifies an input in an answer. */
export function inputOf(value: LinkInputValue): BuildInput {
  if (value.kind === "text") return { id: undefined, text: value.text };
  const id = memberOf(value.json, "id");
  const text = typeof value.json === "string" ? value.json : textOf(value.json);
  return { id: typeof id === "string" || typeof id === "number" ? String(id) : undefined, text };
}

const NO_BUILD: BuildRefusal = {
  code: "no-build",
  field: "",
  message: "This is no build.",
  mend: "Give a chat link, a loadout code, the address of a build with one of them in it, or a loadout as a JSON object.",
};

/** Never throws on bad input. `mode` counts before the mode of the input; a chat link has none and is read for PvE. */
export function readBuild(
  value: LinkInputValue,
  mode: GameMode | undefined,
): Result<ReadBuild, BuildRefusal> {
  const { text } = inputOf(value);
  const read =
    text === undefined && value.kind === "json" ? readJson(value.json) : readText(text ?? "", mode);
  if (!read.ok || mode === undefined) return read;
  return ok({ ...read.value, loadout: { ...read.value.loadout, mode } });
}

function textOf(json: unknown): string | undefined {
  for (const key of ["link", "code"]) {
    const text = memberOf(json, key);
    if (typeof text === "string") return text;
  }
  return undefined;
}

function readText(text: string, mode: GameMode | undefined): Result<ReadBuild, BuildRefusal> {
  const address = addressOf(text);
  if (address) return readAddress(address, mode);
  if (/\[&|^\s*DQ/.test(text)) return readLink(text, mode);
  if (text.trimStart().startsWith("{")) return err(brokenJson(text));
  return /^\s*[\w-]+\s*$/.test(text) ? readCode(text.trim()) : err(NO_BUILD);
}

function brokenJson(text: string): BuildRefusal {
  const json = tryJson(text);
  const message = `This is not JSON${json.ok ? "" : `: ${json.message}`}.`;
  return { code: "bad-json", field: "", message, mend: "Write each loadout as JSON on one line." };
}

function addressOf(text: string): URL | undefined {
  return /^\s*(https?:\/\/|\/)\S*$/.test(text)
    ? (URL.parse(text.trim(), "http://localhost") ?? undefined)
    : undefined;
}

/** `/build?code=…` and `/build?link=…`; a saved build's address holds no build, only its name. */
function readAddress(
  { pathname, searchParams }: URL,
  mode: GameMode | undefined,
): Result<ReadBuild, BuildRefusal> {
  const ofAddress = mode ?? gameMode(searchParams.get("mode") ?? undefined);
  const code = searchParams.get("code");
  const link = searchParams.get("link");
  if (code !== null) {
    const read = readCode(code);
    if (!read.ok || ofAddress === undefined) return read;
    return ok({ ...read.value, loadout: { ...read.value.loadout, mode: ofAddress } });
  }
  if (link !== null) return readLink(link, ofAddress);
  return err({
    code: "address-without-build",
    field: "",
    message: `The address ${pathname} names no build by link or code.`,
    mend: "Open it and copy the build link or the address of the page that shows the loadout.",
  });
}

function readLink(text: string, mode: GameMode | undefined): Result<ReadBuild, BuildRefusal> {
  const read = readBuildLink(text);
  if (!read.ok) return err({ ...pick(read.error), field: "" });
  const { catalog, links } = gameData();
  const resolved = resolveBuildLink(read.value.build, links);
  return ok({
    loadout: loadoutFromLink(resolved, mode ?? "pve", catalog),
    warnings: resolved.warnings.map(({ message }) => message),
  });
}

/** Only what could have been a code is called a damaged one. */
function readCode(code: string): Result<ReadBuild, BuildRefusal> {
  const read = decodeLoadout(code);
  if (!read.ok && read.error.code === "damaged" && !looksLikeCode(code)) return err(NO_BUILD);
  return read.ok ? ok({ loadout: read.value, warnings: [] }) : err({ ...pick(read.error), field: "" });
}

/** Shorter words are rather names than what is left of a code that lost its beginning. */
const FEWEST_CHARACTERS = 20;

/** The version in the first byte makes the first two characters. */
function looksLikeCode(text: string): boolean {
  if (/^A[Q-Za-f]/.test(text)) return true;
  return text.length >= FEWEST_CHARACTERS && /[a-z]/.test(text) && /[A-Z]/.test(text);
}

/** A loadout, or `{id, loadout}`; the version may be missing and is then the present one. */
function readJson(json: unknown): Result<ReadBuild, BuildRefusal> {
  const inner = memberOf(json, "loadout") ?? json;
  if (typeof inner !== "object" || inner === null || Array.isArray(inner)) {
    return err(NO_BUILD);
  }
  const { id: _id, ...fields } = inner as Record<string, unknown>;
  const parsed = parseLoadout({ version: LOADOUT_VERSION, ...fields });
  if (parsed.ok) return ok({ loadout: parsed.value, warnings: [] });
  const [fault] = parsed.error;
  return err({
    code: "bad-loadout",
    field: fault?.field ?? "",
    message: "The loadout cannot be read.",
    mend: fault?.message ?? "",
  });
}

function pick({
  code,
  message,
  mend,
}: {
  readonly code: string;
  readonly message: string;
  readonly mend: string;
}) {
  return { code, message, mend };
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined;
}
