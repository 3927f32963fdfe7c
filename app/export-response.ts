import { EXPORT_FORMATS, type ExportFormatId } from "#lib/builds/exchange/export-formats.ts";
import { exportText } from "#lib/builds/exchange/export-text.ts";
import type { ExportedBuild } from "#lib/builds/exchange/exported-build.ts";

/** A build as a text to read, copy or keep as a file. Not for search engines, and not for caches that others read. */
export function exportResponse(build: ExportedBuild, format: ExportFormatId, fileName: string): Response {
  const { contentType, extension } = EXPORT_FORMATS.find(({ id }) => id === format) ?? EXPORT_FORMATS[0];
  return new Response(exportText(build, format), {
    headers: {
      "content-type": `${contentType}; charset=utf-8`,
      "content-disposition": `inline; filename="${fileName}.${extension}"`,
      "cache-control": "private, no-store",
      "x-robots-tag": "noindex",
      "x-content-type-options": "nosniff",
    },
  });
}
