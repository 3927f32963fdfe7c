import type { TemplateSetup } from "#lib/engine/mechanics.ts";
import type { Profession } from "#lib/shared/game.ts";

/** A template in the list to choose from. */
export interface TemplateSummary {
  readonly id: string;
  readonly name: string;
  readonly profession: Profession;
  readonly specialization: string;
  readonly setups: readonly TemplateSetup[];
  readonly outdatedInSource: boolean;
}
