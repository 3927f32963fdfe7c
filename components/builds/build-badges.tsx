import { Badge } from "#components/ui/badge.tsx";
import type { ExampleOrigin } from "#lib/builds/view.ts";
import { GAME_MODE_NAMES, type GameMode, type Visibility } from "#lib/shared/game.ts";

/** Mode, and for saved builds who may see them and what an example is. */
export function BuildBadges({
  mode,
  visibility,
  example,
}: {
  mode: GameMode;
  visibility?: Visibility;
  example?: ExampleOrigin | null;
}) {
  return (
    <>
      <Badge>{GAME_MODE_NAMES[mode]}</Badge>
      {visibility === "private" && <Badge tone="warn">Private</Badge>}
      {visibility === "unlisted" && <Badge>Unlisted</Badge>}
      {example && <Badge tone="accent">Example, {example.date}</Badge>}
      {example?.outdated && <Badge tone="warn">Outdated, says its source</Badge>}
    </>
  );
}
