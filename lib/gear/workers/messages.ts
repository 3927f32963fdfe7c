import type { GearChoice, GearProblem } from "#lib/engine/gear/problem.ts";
import type { GearKit } from "../gear-kit.ts";
import type { GearResult } from "../gear-result.ts";
import type { GearRefusal, GearSettings } from "../schema.ts";
import type { Diagnosis } from "../search/diagnose.ts";

export type { Diagnosis } from "../search/diagnose.ts";

/** What a search is about: a kit with settings, or a gear problem as it is. */
export type SearchTask =
  | { readonly kind: "kit"; readonly kit: GearKit; readonly settings: GearSettings }
  | { readonly kind: "problem"; readonly problem: GearProblem; readonly topK: number };

/** What is sent to a worker. `run` tells messages of an abandoned run from those of the present one. */
export type WorkerCommand =
  | {
      readonly type: "start";
      readonly run: number;
      readonly task: SearchTask;
      readonly share: { readonly index: number; readonly of: number };
      readonly memoryLimitBytes: number;
    }
  | { readonly type: "floor"; readonly run: number; readonly value: number }
  /** After a search without results: which limits keep everything out? */
  | { readonly type: "diagnose"; readonly run: number; readonly task: SearchTask }
  | { readonly type: "stop" };

/** A found gear as it travels: described for a kit, the bare choice for a problem. */
export type WorkerResult = { readonly identity: string } & (
  | (GearResult & { readonly choice?: undefined })
  | { readonly key: string; readonly value: number; readonly choice: GearChoice }
);

export interface WorkerProgress {
  readonly type: "progress";
  readonly run: number;
  /** Best first; absent where they are as in the last report. */
  readonly results?: readonly WorkerResult[] | undefined;
  /** Good gears that the search has not come to yet; absent where they are as in the last report. */
  readonly candidates?: readonly WorkerResult[] | undefined;
  readonly bound: number;
  readonly coveredShare: number;
  readonly visited: number;
  readonly problemsDone: number;
  readonly problems: number;
  readonly isDone: boolean;
  readonly isProven: boolean;
}

/** What a worker sends. */
export type WorkerReport =
  | WorkerProgress
  /** How large the search is; decimal digits, since the number may not fit a double. */
  | { readonly type: "size"; readonly run: number; readonly combinations: string; readonly problems: number }
  | { readonly type: "diagnosis"; readonly run: number; readonly diagnosis: readonly Diagnosis[] }
  | { readonly type: "refused"; readonly run: number; readonly refusal: GearRefusal }
  | { readonly type: "failed"; readonly run: number; readonly message: string };
