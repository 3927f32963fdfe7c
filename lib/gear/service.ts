import type { Actor } from "#lib/accounts/actor.ts";
import { exampleBuilds } from "#lib/builds/examples.ts";
import { gameData } from "#lib/builds/game-data.ts";
import { decodeLoadout, encodeLoadout } from "#lib/builds/loadout-code/loadout-code.ts";
import { type ReportData, reportData } from "#lib/builds/report-data.ts";
import type { Loadout } from "#lib/builds/schema.ts";
import { changeEquipment, readLoadout } from "#lib/builds/service.ts";
import type { Calculated } from "#lib/engine/failures.ts";
import type { Template } from "#lib/engine/mechanics.ts";
import { AppError } from "#lib/shared/app-error.ts";
import { PROFESSIONS } from "#lib/shared/game.ts";
import { type GearToApply, type InfusionItem, wearGear } from "./apply-result.ts";
import { defaultSettings } from "./default-settings.ts";
import type { GearKit } from "./gear-kit.ts";
import { kitOfLoadout } from "./loadout-kit.ts";
import type { GearSettings, GearSubject } from "./schema.ts";
import { kitOfTemplate, setupOf } from "./template-kit.ts";
import type { TemplateSummary } from "./template-summary.ts";

/** A search opened for a subject: what it needs, and the settings to begin with. */
export interface OpenedSearch {
  readonly kit: GearKit;
  readonly defaults: GearSettings;
  /** The subject with what was left out filled in. */
  readonly subject: GearSubject;
  readonly template: TemplateSummary | null;
  /** Whether a result can be saved in the build it came from. */
  readonly isOwnBuild: boolean;
}

/** All templates, by profession in the game's order, then by specialization and name. */
export function listTemplates(): readonly TemplateSummary[] {
  return data()
    .templates.map(summaryOf)
    .toSorted(
      (a, b) =>
        PROFESSIONS.indexOf(a.profession) - PROFESSIONS.indexOf(b.profession) ||
        a.specialization.localeCompare(b.specialization, "en") ||
        a.name.localeCompare(b.name, "en"),
    );
}

/**
 * Opens a search for a template, a saved build, or the code of a loadout; null where the subject names nothing. A
 * template beside a build gives the build its rotation. Throws NOT_FOUND for a build the actor may not know of, and
 * INVALID_INPUT on `template`, `loadout` or `mode` where there is no such thing or it has no figures.
 */
export async function openSearch(actor: Actor, subject: GearSubject): Promise<OpenedSearch | null> {
  const worn = await loadoutOfSubject(actor, subject);
  if (worn) return openLoadout(worn, subject);
  return subject.template === undefined ? null : openTemplate(subject.template, subject);
}

/**
 * Puts a result on: into the actor's own build, whose slug comes back, or else into a copy of the subject as a loadout
 * code for the page of a new build. Throws as `openSearch` does.
 */
export async function applyGear(
  actor: Actor,
  subject: GearSubject,
  gear: GearToApply,
): Promise<{ slug: string } | { code: string }> {
  const worn = await loadoutOfSubject(actor, subject);
  if (worn?.isOwner && subject.build !== undefined) {
    await changeEquipment(
      actor,
      subject.build,
      (loadout) => wearGear(loadout, gear, infusionItem),
      "Gear from the optimizer",
    );
    return { slug: subject.build };
  }
  const loadout = worn?.loadout ?? loadoutOfTemplate(subject);
  return { code: encodeLoadout(wearGear(loadout, gear, infusionItem)) };
}

interface SubjectLoadout {
  readonly name: string;
  readonly loadout: Loadout;
  readonly isOwner: boolean;
}

async function loadoutOfSubject(actor: Actor, subject: GearSubject): Promise<SubjectLoadout | null> {
  const worn = await storedLoadoutOf(actor, subject);
  if (!worn) return null;
  const { loadout } = worn;
  const template =
    subject.template === undefined
      ? loadout.template
      : { id: templateById(subject.template).id, setup: subject.setup ?? ("any" as const) };
  return { ...worn, loadout: { ...loadout, template, mode: subject.mode ?? loadout.mode } };
}

async function storedLoadoutOf(actor: Actor, subject: GearSubject): Promise<SubjectLoadout | null> {
  if (subject.build !== undefined) return readLoadout(actor, subject.build);
  if (subject.loadout === undefined) return null;
  const decoded = decodeLoadout(subject.loadout);
  if (!decoded.ok) {
    const { message, mend } = decoded.error;
    throw new AppError("INVALID_INPUT", { field: "loadout", message: `${message} ${mend}` });
  }
  return { name: "Your loadout", loadout: decoded.value, isOwner: false };
}

function openLoadout({ name, loadout, isOwner }: SubjectLoadout, subject: GearSubject): OpenedSearch {
  const kit = orThrow(kitOfLoadout(loadout, name, data()));
  const template = data().templates.find(({ id }) => id === loadout.template?.id);
  const setup = template && orThrow(setupOf(template, loadout.template?.setup));
  return {
    kit,
    defaults: defaultSettings(kit, template, setup && template.setups[setup]),
    subject: { ...subject, template: template?.id, setup, mode: kit.mode },
    template: template ? summaryOf(template) : null,
    isOwnBuild: isOwner,
  };
}

function openTemplate(id: string, subject: GearSubject): OpenedSearch {
  const template = templateById(id);
  const setup = orThrow(setupOf(template, subject.setup));
  const mode = subject.mode ?? "pve";
  const kit = orThrow(kitOfTemplate(template, setup, mode, data()));
  return {
    kit,
    defaults: defaultSettings(kit, template, template.setups[setup]),
    subject: { template: id, setup, mode },
    template: summaryOf(template),
    isOwnBuild: false,
  };
}

/** A build of the template, as its example is, in the subject's mode. */
function loadoutOfTemplate(subject: GearSubject): Loadout {
  const { templates, index, catalog, sources } = data();
  const example = exampleBuilds(
    templates.filter(({ id }) => id === subject.template),
    sources.templates.date,
    index,
    catalog,
  )[0];
  if (example === undefined) throw unknownTemplate(subject.template ?? "");
  const { id } = templateById(example.key);
  return {
    ...example.loadout,
    mode: subject.mode ?? "pve",
    template: { id, setup: orThrow(setupOf(templateById(id), subject.setup)) },
  };
}

function templateById(id: string): Template {
  const template = data().templates.find((each) => each.id === id);
  if (template === undefined) throw unknownTemplate(id);
  return template;
}

function unknownTemplate(id: string): AppError {
  return new AppError("INVALID_INPUT", {
    field: "template",
    message: `There is no template “${id}”. Choose one from the list.`,
  });
}

function summaryOf({
  id,
  name,
  profession,
  specialization,
  setups,
  outdatedInSource,
}: Template): TemplateSummary {
  const known = (["any", "raid", "fractal"] as const).filter((setup) => setups[setup]);
  return { id, name, profession, specialization, setups: known, outdatedInSource };
}

const infusionItem: InfusionItem = (attribute) => {
  const words = attribute.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return data().index.byId.get(`infusion:${words}`)?.gw2id;
};

function orThrow<Value>(calculated: Calculated<Value>): Value {
  if (calculated.ok) return calculated.value;
  const { field, message } = calculated.error;
  throw new AppError("INVALID_INPUT", { field, message });
}

function data(): ReportData {
  return reportData(gameData().catalog);
}
