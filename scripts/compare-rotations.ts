/** `node scripts/run.mjs compare-rotations`: estimates from skills beside measured rotations, template by template. */
import { gameData } from "#lib/builds/game-data.ts";
import { reportData } from "#lib/builds/report-data.ts";
import { compareRotations, quartiles, type RotationComparison } from "./engine/rotation-comparison.ts";

const comparisons = compareRotations(reportData(gameData().catalog));
for (const { template, estimated, measured, estimatedWithEffects } of comparisons) {
  const columns = [measured, estimated, estimatedWithEffects].map((value) =>
    Math.round(value).toString().padStart(8),
  );
  console.log(`${template.id.padEnd(31)}${columns.join("")}  ${(estimated / measured).toFixed(2)}`);
}
summary("estimate / measured", ({ estimated, measured }) => estimated / measured);
summary(
  "with the template's effects",
  ({ estimatedWithEffects, measured }) => estimatedWithEffects / measured,
);

function summary(title: string, ratio: (comparison: RotationComparison) => number): void {
  const figures = quartiles(comparisons.map(ratio)).map((value) => value.toFixed(2));
  console.log(`${title}: least, quartiles, most of ${comparisons.length} templates: ${figures.join(" ")}`);
}
