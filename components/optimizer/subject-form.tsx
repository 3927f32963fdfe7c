import { Button } from "#components/ui/button.tsx";
import { INPUT_CLASS } from "#components/ui/field.tsx";
import type { GearSubject } from "#lib/gear/schema.ts";
import type { TemplateSummary } from "#lib/gear/template-summary.ts";
import { PROFESSIONS } from "#lib/shared/game.ts";

const SETUPS = { any: "Any content", raid: "Raids and strikes", fractal: "Fractals" } as const;

/**
 * Whose gear is searched: a template, or a build whose template may be changed. A plain GET form: another choice is
 * another address, with the settings that suit it.
 */
export function SubjectForm({
  templates,
  subject,
  name,
}: {
  templates: readonly TemplateSummary[];
  subject: GearSubject;
  /** What is opened; null for nothing yet. */
  name: string | null;
}) {
  const { template, setup, mode, build, loadout } = subject;
  const isBuild = build !== undefined || loadout !== undefined;
  const chosen = templates.find(({ id }) => id === template);
  return (
    <form action="/optimizer" method="get" className="flex flex-col gap-4">
      {build && <input type="hidden" name="build" value={build} />}
      {loadout && <input type="hidden" name="loadout" value={loadout} />}
      <h2 className="text-lg">
        {isBuild ? `Gear of “${name ?? "the build"}”` : "Whose gear?"}
        {isBuild && build && (
          <a href={`/b/${build}`} className="ml-3 text-sm text-accent underline underline-offset-2">
            Back to the build
          </a>
        )}
      </h2>
      <div className="grid gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)_auto] sm:items-end">
        <label className="flex flex-col gap-1.5 text-sm font-medium text-ink-soft">
          {isBuild ? "Damage from the rotation of" : "Template"}
          <select name="template" defaultValue={template ?? ""} className={INPUT_CLASS} required={!isBuild}>
            <option value="">{isBuild ? "The build itself" : "Choose a profession and template"}</option>
            {PROFESSIONS.map((profession) => {
              const listed = templates.filter((each) => each.profession === profession);
              if (isBuild && chosen && chosen.profession !== profession) return null;
              return (
                <optgroup key={profession} label={profession}>
                  {listed.map((each) => (
                    <option key={each.id} value={each.id}>
                      {each.name}
                    </option>
                  ))}
                </optgroup>
              );
            })}
          </select>
        </label>
        <label className="flex flex-col gap-1.5 text-sm font-medium text-ink-soft">
          Content
          <select name="setup" defaultValue={setup ?? ""} className={INPUT_CLASS}>
            {chosen ? null : <option value="">As the template says</option>}
            {(chosen?.setups ?? (["any", "raid", "fractal"] as const)).map((each) => (
              <option key={each} value={each}>
                {SETUPS[each]}
              </option>
            ))}
          </select>
        </label>
        <label className="flex flex-col gap-1.5 text-sm font-medium text-ink-soft">
          Mode
          <select name="mode" defaultValue={mode ?? "pve"} className={INPUT_CLASS}>
            <option value="pve">PvE</option>
            <option value="wvw">WvW</option>
          </select>
        </label>
        <Button type="submit" tone={name === null ? "primary" : "secondary"} className="min-h-12">
          {name === null ? "Open" : "Change"}
        </Button>
      </div>
      <p className="text-xs text-ink-faint">
        {chosen?.outdatedInSource
          ? "The source of this template calls it outdated: its rotation was measured on an earlier state of the game."
          : "A template is a rotation measured from combat logs. To optimise a build of your own, open it and press “Optimise gear”."}
      </p>
    </form>
  );
}
