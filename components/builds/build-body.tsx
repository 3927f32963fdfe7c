import { IconTile } from "#components/game/icon-tile.tsx";
import { professionStyle } from "#components/game/profession-colour.ts";
import { Card } from "#components/ui/card.tsx";
import { KeptHtml } from "#components/ui/kept-html.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { BuildView, CompanionView, WeaponSetView } from "#lib/builds/view.ts";
import { EquipmentPanel } from "./equipment-panel.tsx";
import { SkillBar } from "./skill-bar.tsx";
import { SpecializationPanel } from "./specialization-panel.tsx";

/** Everything a build link holds, by name: specializations, skills, weapons, pets or legends. */
export function BuildBody({ view }: { view: BuildView }) {
  return (
    <KeptHtml of={view}>
      <Body view={view} />
    </KeptHtml>
  );
}

function Body({ view }: { view: BuildView }) {
  return (
    <div className="flex flex-col gap-8" style={professionStyle(view.profession)}>
      {view.warnings.length > 0 && (
        <Notice tone="warn" title="Worth knowing about this link">
          <ul className="mt-1 list-disc pl-5">
            {view.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Notice>
      )}
      <section aria-labelledby="specializations">
        <h2 id="specializations" className="mb-3 text-xl">
          Specializations
        </h2>
        <div className="flex flex-col gap-3">
          {view.specializations.map((line) => (
            <SpecializationPanel key={line.id} line={line} />
          ))}
          {view.specializations.length === 0 && <Notice>No specialization is chosen in this link.</Notice>}
        </div>
      </section>
      <section aria-labelledby="skills">
        <h2 id="skills" className="mb-3 text-xl">
          Skills
        </h2>
        <div className="flex flex-col gap-3">
          {view.skillBars.map((bar) => (
            <Card key={bar.name}>
              <h3 className="mb-3 text-base text-ink-soft">{bar.name}</h3>
              <SkillBar bar={bar} scope={`bar-${bar.name.replaceAll(/\W+/g, "-")}`} />
            </Card>
          ))}
        </div>
      </section>
      {view.companions.length > 0 && <Companions companions={view.companions} />}
      <section aria-labelledby="weapons">
        <h2 id="weapons" className="mb-1 text-xl">
          Weapons
        </h2>
        <p className="mb-3 max-w-prose text-sm text-ink-soft">{weaponNote(view)}</p>
        <div className="flex flex-col gap-3">
          {view.weaponSets.map((set) => (
            <WeaponSet key={set.name} set={set} />
          ))}
          {view.skillVariants.length > 0 && (
            <Card>
              <h3 className="mb-3 text-base text-ink-soft">Chosen variants of weapon skills</h3>
              <SkillBar bar={{ name: "Variants", skills: view.skillVariants }} scope="variants" />
            </Card>
          )}
        </div>
      </section>
      {view.equipment && <EquipmentPanel equipment={view.equipment} />}
    </div>
  );
}

function weaponNote({ weaponSets, linkListsWeapons }: BuildView): string {
  if (linkListsWeapons === false) {
    return "This link lists no weapons. Links made since June 2023 do, so copy it from the game once more to have them.";
  }
  if (weaponSets.length === 0) return "No weapons are stated.";
  return linkListsWeapons
    ? "A build link lists the weapon types in use, not their hands and sets; the sets below are proposed from that list."
    : "With the skills that each set gives.";
}

function WeaponSet({ set }: { set: WeaponSetView }) {
  const scope = set.name.replaceAll(/\W+/g, "-");
  const [first, ...others] = set.bars;
  return (
    <Card>
      <h3 className="mb-3 flex flex-wrap items-baseline gap-x-2 text-base">
        <span>{set.weapons}</span>
        <span className="text-sm text-ink-faint">{set.name}</span>
      </h3>
      {first && others.length === 0 && <SkillBar bar={first} scope={scope} />}
      {first && others.length > 0 && (
        <div className="flex flex-col gap-2">
          {set.bars.map((bar, index) => (
            <details key={bar.name} open={index === 0} className="rounded-lg border border-line px-3 py-2">
              <summary className="text-sm text-ink-soft">{bar.name}</summary>
              <div className="mt-2">
                <SkillBar bar={bar} scope={`${scope}-${index}`} />
              </div>
            </details>
          ))}
        </div>
      )}
      {!first && <p className="text-sm text-ink-faint">The catalogue has no skills for this combination.</p>}
    </Card>
  );
}

function Companions({ companions }: { companions: readonly CompanionView[] }) {
  const groups = [...new Set(companions.map(({ group }) => group))];
  return (
    <section aria-labelledby="companions" className="flex flex-col gap-3">
      <h2 id="companions" className="text-xl">
        {groups[0]}
      </h2>
      {groups.map((group) => (
        <Card key={group}>
          {groups.length > 1 && <h3 className="mb-3 text-base text-ink-soft">{group}</h3>}
          <ul className="grid gap-4 sm:grid-cols-2">
            {[...companions.entries()]
              .filter(([, companion]) => companion.group === group)
              .map(([position, companion]) => (
                <li key={position} className="min-w-0">
                  <p className="flex items-center gap-3">
                    <IconTile name={companion.name} icon={companion.icon} />
                    <span>
                      <span className="block text-sm">{companion.name}</span>
                      {companion.note && (
                        <span className="block text-xs text-ink-faint">{companion.note}</span>
                      )}
                    </span>
                  </p>
                  {companion.skills.length > 0 && (
                    <div className="mt-2 sm:[&_ul]:grid-cols-1">
                      <SkillBar
                        bar={{ name: companion.name, skills: companion.skills }}
                        scope={`companion-${position}`}
                      />
                    </div>
                  )}
                </li>
              ))}
          </ul>
        </Card>
      ))}
    </section>
  );
}
