import type { BuildPage, SkillView } from "../view.ts";

/** A build in a few lines, for a small frame. */
export interface BuildSummary {
  readonly specializations: readonly { readonly name: string; readonly traits: readonly SummaryIcon[] }[];
  readonly skills: readonly SummaryIcon[];
  readonly weapons: readonly string[];
  /** Stat sets, the most worn first, and rune, relic and the like by name. */
  readonly gear: readonly { readonly label: string; readonly text: string }[];
  readonly figures: readonly { readonly label: string; readonly text: string }[];
}

export interface SummaryIcon {
  readonly name: string;
  readonly icon: string | null;
}

export function buildSummary({ view, report }: Pick<BuildPage, "view" | "report">): BuildSummary {
  return {
    specializations: view.specializations.map(({ name, tiers }) => ({
      name,
      traits: tiers.flatMap(({ chosen }) => (chosen ? [{ name: chosen.name, icon: chosen.icon }] : [])),
    })),
    skills: (view.skillBars[0]?.skills ?? [])
      .filter((skill): skill is SkillView => skill.id !== null)
      .map(({ name, icon }) => ({ name, icon })),
    weapons: view.weaponSets
      .filter(({ name }) => name.startsWith("Weapon set"))
      .map(({ weapons }) => weapons),
    gear: gearOf(view),
    figures: figuresOf(report),
  };
}

function gearOf({ equipment }: BuildPage["view"]): BuildSummary["gear"] {
  if (!equipment) return [];
  const pieces = equipment.groups.flatMap((group) => group.pieces);
  const sets = Map.groupBy(
    pieces.flatMap(({ statSet }) => statSet ?? []),
    (statSet) => statSet,
  );
  const names = [...sets].toSorted((a, b) => b[1].length - a[1].length).map(([name]) => name);
  return [
    ...(names.length > 0 ? [{ label: "Stat sets", text: names.join(", ") }] : []),
    ...equipment.extras.map(({ label, name }) => ({ label, text: name })),
  ];
}

function figuresOf({ damage, numbers }: BuildPage["report"]): BuildSummary["figures"] {
  const attribute = (id: string) => numbers?.attributes.find((row) => row.id === id)?.combat.text;
  const total = damage && damage.kind !== "none" ? damage.total : undefined;
  const figures = [
    ["Damage per second", total && damage?.kind === "estimate" ? `≈ ${total}` : total],
    ["Health", attribute("health")],
    ["Armor", attribute("armor")],
    ["Boon Duration", attribute("boonDuration")],
  ] as const;
  return figures.flatMap(([label, text]) => (text ? [{ label, text }] : []));
}
