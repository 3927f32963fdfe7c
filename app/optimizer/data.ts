import { notFound } from "next/navigation";
import { currentActor } from "#lib/accounts/session.ts";
import { type GearSettings, type GearSubject, gearSubjectSchema } from "#lib/gear/schema.ts";
import { type OpenedSearch, openSearch } from "#lib/gear/service.ts";
import { hasSettings, settingsFromParams } from "#lib/gear/settings-link.ts";
import { AppError } from "#lib/shared/app-error.ts";

/** What an address of the optimizer asks for. */
export interface OptimizerRequest {
  readonly subject: GearSubject;
  /** Null: nothing is chosen yet, or what was chosen is not there. */
  readonly opened: OpenedSearch | null;
  readonly settings: GearSettings | null;
  /** What is wrong with the address, in words for the player. */
  readonly problem: string | null;
  /** The search starts by itself. */
  readonly startsAtOnce: boolean;
}

/** Reads an address: whose gear, with which settings. Faults are shown on the page, never thrown. */
export async function readRequest(params: URLSearchParams): Promise<OptimizerRequest> {
  const startsAtOnce = params.get("run") === "1";
  const given = Object.fromEntries([...params].filter(([, value]) => value !== ""));
  const subject = gearSubjectSchema.safeParse(given);
  if (!subject.success) {
    const problem = subject.error.issues[0]?.message ?? "This address is not understood.";
    return { subject: {}, opened: null, settings: null, problem, startsAtOnce };
  }
  try {
    const opened = await openSearch(await currentActor(), subject.data);
    if (!opened) return { subject: subject.data, opened, settings: null, problem: null, startsAtOnce };
    const stated = hasSettings(params) ? settingsFromParams(params) : null;
    return {
      subject: opened.subject,
      opened,
      settings: stated?.ok ? stated.value : opened.defaults,
      problem: stated && !stated.ok ? stated.error.message : null,
      startsAtOnce: startsAtOnce && stated?.ok !== false,
    };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "NOT_FOUND") notFound();
    if (error.code !== "INVALID_INPUT") throw error;
    return { subject: subject.data, opened: null, settings: null, problem: error.message, startsAtOnce };
  }
}
