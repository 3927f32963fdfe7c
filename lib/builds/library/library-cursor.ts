import { decodeCursor, encodeCursor, type TimeCursor } from "#lib/shared/cursor.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";

/** Where a page of a list begins that is sorted by score (highest first), then by time (newest first) and id. */
export interface LibraryCursor extends TimeCursor {
  /** What the list is sorted by first; 0 where that is time. */
  readonly score: number;
}

export function encodeLibraryCursor({ score, ...time }: LibraryCursor): string {
  return `${score}_${encodeCursor(time)}`;
}

/** Reads a cursor back; the failure is a sentence for the player. */
export function decodeLibraryCursor(text: string): Result<LibraryCursor, string> {
  const match = /^(-?\d{1,9}(?:\.\d{1,17})?)_(.*)$/s.exec(text);
  const time = decodeCursor(match?.[2] ?? "");
  if (!match || !time.ok) return err("This page link is damaged. Go back to the first page.");
  return ok({ ...time.value, score: Number(match[1]) });
}
