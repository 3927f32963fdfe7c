import { describe, expect, it } from "vitest";
import { buildLinkFromSelection, selectionOfResolvedLink } from "./build-link-from-selection.ts";
import { noteWarnings } from "./build-link-warning.ts";
import { encodeBuildLink, encodeChatLink, readBuildLink, readChatLink } from "./chat-link.ts";
import { BUILD_VECTORS, EDGE_VECTORS, OTHER_VECTORS, vectorData } from "./fixtures/vectors.ts";
import { buildLinkRecord } from "./link-record.ts";
import { parseLinkRecord } from "./parse-link-record.ts";
import { resolveBuildLink } from "./resolve-build-link.ts";

const data = vectorData();

describe("published build links", () => {
  it.each(BUILD_VECTORS)("$code decodes to the expected record without a warning", ({ code, expected }) => {
    const reading = readBuildLink(code);
    if (!reading.ok) throw new Error(reading.error.message);
    const { build, byteLength } = reading.value;
    const resolved = resolveBuildLink(build, data);
    expect(buildLinkRecord(build, resolved, { byteLength })).toEqual(expected);
    expect(resolved.warnings).toEqual([]);
  });

  it.each(BUILD_VECTORS)(
    "$code encodes back from its structure, its record and its selection",
    ({ code, expected }) => {
      const reading = readBuildLink(code);
      if (!reading.ok) throw new Error(reading.error.message);
      expect(encodeBuildLink(reading.value.build)).toBe(code);

      const fromRecord = parseLinkRecord(JSON.parse(JSON.stringify(expected)));
      if (!fromRecord.ok) throw new Error(fromRecord.error.message);
      expect(encodeChatLink(fromRecord.value)).toBe(code);

      const selection = selectionOfResolvedLink(resolveBuildLink(reading.value.build, data));
      const fromSelection = buildLinkFromSelection(selection, data);
      if (!fromSelection.ok) throw new Error(fromSelection.error.message);
      expect(encodeBuildLink(fromSelection.value)).toBe(code);
    },
  );
});

describe("published links of other types", () => {
  it.each(OTHER_VECTORS)("$code decodes to the expected object and back", ({ code, expected }) => {
    const reading = readChatLink(code);
    if (!reading.ok) throw new Error(reading.error.message);
    expect(reading.value.link).toEqual(expected);
    expect(encodeChatLink(reading.value.link)).toBe(code);

    const fromRecord = parseLinkRecord(expected);
    if (!fromRecord.ok) throw new Error(fromRecord.error.message);
    expect(encodeChatLink(fromRecord.value)).toBe(code);
  });
});

describe("bad and unusual build links", () => {
  const handled = (handling: string) => EDGE_VECTORS.filter((vector) => vector.handling === handling);

  it.each(handled("reject"))("$code is refused: $reason", ({ code }) => {
    const reading = readBuildLink(code);
    expect(reading.ok).toBe(false);
    if (!reading.ok) expect(reading.error.message).not.toBe("");
  });

  it.each(handled("lenient"))("$code is read as meant: $reason", ({ code, expected }) => {
    const reading = readBuildLink(code);
    if (!reading.ok) throw new Error(reading.error.message);
    const { build, byteLength, notes } = reading.value;
    const warnings = noteWarnings(notes);
    const record = buildLinkRecord(build, resolveBuildLink(build, data), { byteLength, warnings });
    expect(record).toMatchObject(expected ?? {});
    expect(record.warnings?.map((warning) => warning.code)).toEqual(["override-count-missing"]);
    expect(encodeBuildLink(build)).toHaveLength(code.length);
  });

  it.each(handled("warn"))("$code is decoded with a warning and kept byte for byte: $reason", ({ code }) => {
    const reading = readBuildLink(code);
    if (!reading.ok) throw new Error(reading.error.message);
    const { build } = reading.value;
    const record = buildLinkRecord(build, resolveBuildLink(build, data));
    expect(record.warnings?.length).toBeGreaterThan(0);
    expect(encodeBuildLink(build)).toBe(code);
    const fromRecord = parseLinkRecord(JSON.parse(JSON.stringify(record)));
    if (!fromRecord.ok) throw new Error(fromRecord.error.message);
    expect(encodeChatLink(fromRecord.value)).toBe(code);
  });
});
