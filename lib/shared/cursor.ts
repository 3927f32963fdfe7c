import { err, ok, type Result } from "./result.ts";

/** Where a page of a list that is sorted by time (newest first) and id begins. */
export interface TimeCursor {
  readonly at: Date;
  readonly id: string;
}

const PATTERN = /^(\d{1,16})_([0-9a-f-]{36})$/;

/** URL-safe text of a cursor. Columns it is compared with keep milliseconds, as JavaScript dates do. */
export function encodeCursor({ at, id }: TimeCursor): string {
  return `${at.getTime()}_${id}`;
}

/** Reads a cursor back; the failure is a sentence for the player. */
export function decodeCursor(text: string): Result<TimeCursor, string> {
  const match = PATTERN.exec(text);
  const time = Number(match?.[1]);
  if (!match?.[2] || Number.isNaN(new Date(time).getTime())) {
    return err("This page link is damaged. Go back to the first page.");
  }
  return ok({ at: new Date(time), id: match[2] });
}
