import { randomBytes } from "node:crypto";
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { makeFolder } from "./make-folder.ts";
import { errorCode } from "./process-info.ts";

/**
 * The secret in this file (readable by its owner only), made on the first call. Two processes that make it at once
 * agree on one of the two, and a process that is cut off leaves none or a whole one.
 */
export function keptSecret(file: string): string {
  if (!existsSync(file)) {
    makeFolder(dirname(file));
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, `${randomBytes(36).toString("base64url")}\n`, { mode: 0o600, flush: true });
    try {
      linkSync(draft, file);
    } catch (error) {
      if (errorCode(error) !== "EEXIST") throw error;
    } finally {
      rmSync(draft, { force: true });
    }
  }
  return readFileSync(file, "utf8").trim();
}
