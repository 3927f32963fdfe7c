import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { errorCode } from "./process-info.ts";

/**
 * Makes a folder and those above it that are missing, from the top down; what is there already stays as it is.
 * Node's own `recursive` never returns where a system folder such as /proc answers ENOENT to whoever would make
 * something in it, so each folder is tried once here. Throws the system's error of the first that cannot be made.
 *
 * @param mode rights of the folders that are made
 */
export function makeFolder(folder: string, mode = 0o777): void {
  for (const path of missingFolders(folder)) {
    try {
      mkdirSync(path, { mode });
    } catch (error) {
      // Another process may have made it meanwhile.
      if (errorCode(error) !== "EEXIST") throw error;
    }
  }
}

/** The folder and those above it that do not exist, topmost first. A file in their place is left to mkdir's refusal. */
function missingFolders(folder: string): string[] {
  const missing: string[] = [];
  for (let path = folder; !isFolder(path) && path !== dirname(path); path = dirname(path))
    missing.unshift(path);
  return missing;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(errorCode(error) ?? "")) return false;
    throw error;
  }
}
