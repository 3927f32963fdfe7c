import { err, type Result } from "#lib/shared/result.ts";

export const ENGINE_FAILURE_CODES = [
  "MODE_WITHOUT_FIGURES",
  "UNKNOWN_NAME",
  "INVALID_NUMBER",
  "NO_POINTS_FOR_SLOT",
  "CONFLICTING_SCENARIOS",
] as const;

/** Why the engine refuses to calculate: what is wrong, where, and how to mend it. Shown to players. */
export interface EngineFailure {
  readonly code: (typeof ENGINE_FAILURE_CODES)[number];
  /** The input at fault, such as `gear[3]` or an entry's id. */
  readonly field: string;
  readonly message: string;
}

export type Calculated<Value> = Result<Value, EngineFailure>;

/** A refusal. */
export function fail(
  code: EngineFailure["code"],
  field: string,
  message: string,
): { readonly ok: false; readonly error: EngineFailure } {
  return err({ code, field, message });
}
