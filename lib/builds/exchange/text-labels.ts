import type { BuildDetails, BuildDetailsInput } from "../details/schema.ts";
import {
  ACTIVITIES,
  ACTIVITY_NAMES,
  BUILD_ROLES,
  DIFFICULTIES,
  DIFFICULTY_NAMES,
  ROLE_NAMES,
} from "../details/words.ts";

/** Names of the lines that reading our own texts looks for; part of the format. */
export const TEXT_LABELS = {
  role: "Role",
  difficulty: "Difficulty",
  activities: "Played in",
  tags: "Tags",
  video: "Video",
  chatLink: "Chat link",
  page: "Page",
  code: "Whole build",
} as const;

/** What an author states in words, one line each; what is not stated has none. */
export function detailLines({ role, difficulty, activities, tags, video }: BuildDetails): string[] {
  const facts: readonly (readonly [string, string | null])[] = [
    [TEXT_LABELS.role, role && ROLE_NAMES[role]],
    [TEXT_LABELS.difficulty, difficulty && DIFFICULTY_NAMES[difficulty]],
    [TEXT_LABELS.activities, activities.map((activity) => ACTIVITY_NAMES[activity]).join(", ")],
    [TEXT_LABELS.tags, tags.join(", ")],
    [TEXT_LABELS.video, video && `<${video}>`],
  ];
  return facts.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : []));
}

/**
 * Reads {@link detailLines} back out of a text, each label once. Words that are not known stay as they stand, so that
 * the schema names them as wrong.
 */
export function readDetailLines(text: string): Record<string, unknown> {
  const value = (label: string) => new RegExp(`^(?:- )?${label}: (.+)$`, "m").exec(text)?.[1]?.trim();
  const list = (label: string) => value(label)?.split(", ");
  const role = value(TEXT_LABELS.role);
  const difficulty = value(TEXT_LABELS.difficulty);
  const activities = list(TEXT_LABELS.activities);
  const details = {
    role: role && idNamed(role, BUILD_ROLES, ROLE_NAMES),
    difficulty: difficulty && idNamed(difficulty, DIFFICULTIES, DIFFICULTY_NAMES),
    activities: activities?.map((name) => idNamed(name, ACTIVITIES, ACTIVITY_NAMES)),
    tags: list(TEXT_LABELS.tags),
    video: value(TEXT_LABELS.video)?.replace(/^<|>$/g, ""),
  } satisfies { readonly [Field in keyof BuildDetailsInput]?: unknown };
  return Object.fromEntries(Object.entries(details).filter(([, one]) => one !== undefined));
}

function idNamed<Id extends string>(
  name: string,
  ids: readonly Id[],
  names: Readonly<Record<Id, string>>,
): string {
  return ids.find((id) => names[id].toLowerCase() === name.toLowerCase()) ?? name;
}
