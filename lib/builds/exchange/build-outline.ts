import type { BuildView } from "../view.ts";

/** One line of a build in words. */
export interface OutlineLine {
  /** For instance `Virtues`, `On land` or `Helm`. */
  readonly label: string;
  readonly parts: readonly string[];
}

export interface OutlineSection {
  readonly title: "Specializations" | "Skills" | "Weapons" | "Companions" | "Equipment";
  readonly lines: readonly OutlineLine[];
}

/** What a build wears and has slotted, by name, for texts without pictures. Sections without a line are left out. Pure. */
export function buildOutline(view: BuildView): OutlineSection[] {
  const sections: OutlineSection[] = [
    { title: "Specializations", lines: view.specializations.map(specializationLine) },
    { title: "Skills", lines: skillLines(view) },
    {
      title: "Weapons",
      lines: view.weaponSets.map(({ name, weapons }) => ({ label: name, parts: [weapons] })),
    },
    { title: "Companions", lines: companionLines(view) },
    { title: "Equipment", lines: equipmentLines(view) },
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}

function specializationLine({ name, tiers }: BuildView["specializations"][number]): OutlineLine {
  return { label: name, parts: tiers.map(({ chosen }) => chosen?.name ?? "none") };
}

function skillLines({ skillBars, skillVariants }: BuildView): OutlineLine[] {
  const bars = skillBars
    .filter(({ skills }) => skills.some(({ name }) => name !== "Empty"))
    .map(({ name, skills }) => ({ label: name, parts: skills.map((skill) => skill.name.toString()) }));
  const variants = skillVariants.map(({ name }) => name);
  return variants.length > 0 ? [...bars, { label: "Variants", parts: variants }] : bars;
}

function companionLines({ companions }: BuildView): OutlineLine[] {
  const groups = Map.groupBy(companions, ({ group }) => group);
  return [...groups].map(([label, all]) => ({ label, parts: all.map(({ name }) => name) }));
}

function equipmentLines({ equipment }: BuildView): OutlineLine[] {
  if (!equipment) return [];
  const pieces = equipment.groups.flatMap(({ name: group, pieces }) =>
    pieces.map(({ slot, statSet, rarity, items }) => ({
      label: slot.startsWith("All") ? group : slot,
      parts: [statSet ?? "no stat set", ...(rarity === "Ascended" ? [] : [rarity]), ...items],
    })),
  );
  return [...pieces, ...equipment.extras.map(({ label, name }) => ({ label, parts: [name] }))];
}
