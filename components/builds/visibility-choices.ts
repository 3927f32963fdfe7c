import type { Visibility } from "#lib/shared/game.ts";

/** Who may see a build, in words. */
export const VISIBILITY_CHOICES = [
  { value: "private", label: "Private", hint: "only you" },
  { value: "unlisted", label: "Unlisted", hint: "everybody with the link" },
  { value: "public", label: "Public", hint: "everybody, and listed" },
] as const satisfies readonly { value: Visibility; label: string; hint: string }[];
