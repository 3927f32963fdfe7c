import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { AppError, type AppErrorCode } from "#lib/shared/app-error.ts";
import { logFailure, withRequestId } from "../log.ts";
import type { RateLimitPolicyName } from "../rate-limit/policies.ts";
import { type ActorResolver, admitActor } from "./actor-resolver.ts";
import { internalErrorMessage } from "./error-response.ts";
import { type FormValues, formValues, shownAgain } from "./form-values.ts";
import { fieldMessages, invalidInput } from "./parse-input.ts";
import { plainWords } from "./plain-words.ts";
import { requestIdOf } from "./request-id.ts";

/** What a form shows after it was sent; null before. */
export type ActionState<Value> =
  | null
  | { readonly ok: true; readonly value: Value }
  | {
      readonly ok: false;
      readonly error: ActionError;
      /** Messages by the form field they belong to; empty where the refusal is of the whole. */
      readonly fields: Readonly<Record<string, string>>;
      readonly values: FormValues;
    };

export interface ActionError {
  readonly code: AppErrorCode | "INTERNAL";
  readonly message: string;
  /** Name of the form field at fault, where there is one. */
  readonly field?: string;
}

export interface ActionOptions {
  /** Counted per actor, or per client address where the actor has no key of its own. */
  readonly rateLimit?: RateLimitPolicyName;
}

export interface ActionInput<Actor, Input> {
  readonly actor: Actor;
  readonly input: Input;
  readonly headers: Pick<Headers, "get">;
}

/**
 * Makes the wrapper of server actions, for `useActionState` and plain forms. The app composes it once:
 *
 *     // app/actor-action.ts
 *     export const action = createAction({ resolve: currentActor, limitKey });
 *
 *     // app/builds/actions.ts
 *     "use server";
 *     const save = action(saveBuildSchema, ({ actor, input }) => saveBuild(actor, input), { rateLimit: "saveBuild" });
 *     export async function saveBuildAction(state: ActionState<Build>, form: FormData) {
 *       return save(state, form);
 *     }
 *
 * A refusal comes back as a state with the values that were typed, less passwords, so that the form works without
 * JavaScript too. `redirect()` and `notFound()` in the handler work as ever. Next itself refuses actions of other
 * origins before this runs.
 */
export function createAction<Actor>(actors: ActorResolver<Actor>) {
  return function action<Schema extends z.ZodType, Value>(
    schema: Schema,
    handle: (input: ActionInput<Actor, z.output<Schema>>) => Promise<Value> | Value,
    options: ActionOptions = {},
  ) {
    return async (_previous: ActionState<Value>, form: FormData): Promise<ActionState<Value>> => {
      const requestHeaders = await headers();
      const requestId = requestIdOf(requestHeaders);
      const values = formValues(form);
      const refusal = (cause: unknown, fields?: Readonly<Record<string, string>>) => {
        logFailure(cause, "action failed");
        const error = actionError(cause, requestId);
        const ofField = error.field === undefined ? {} : { [error.field]: error.message };
        return { ok: false, error, fields: fields ?? ofField, values: shownAgain(values) } as const;
      };
      return withRequestId(requestId, async () => {
        try {
          const actor = await admitActor(actors, requestHeaders, options.rateLimit);
          const parsed = schema.safeParse(values, { error: plainWords });
          if (!parsed.success) return refusal(invalidInput(parsed.error), fieldMessages(parsed.error));
          return { ok: true, value: await handle({ actor, input: parsed.data, headers: requestHeaders }) };
        } catch (error) {
          unstable_rethrow(error);
          return refusal(error);
        }
      });
    };
  };
}

function actionError(error: unknown, requestId: string): ActionError {
  if (!(error instanceof AppError)) return { code: "INTERNAL", message: internalErrorMessage(requestId) };
  const { code, message, field } = error;
  return { code, message, ...(field && { field }) };
}
