import type { ChartMeasure, ChartView } from "#lib/builds/compare/view.ts";
import { buildColour } from "./build-colours.ts";

const ROW_PX = 22;
const BAR_PX = 12;

/**
 * Bars by measure, one for each build. Drawn without a view box: bars are percentages of the width, so that letters keep
 * their size on a phone. Each drawing says its figures; the tables below hold them too.
 */
export function BarChart({ chart }: { chart: ChartView }) {
  return (
    <figure aria-labelledby={chart.id}>
      <figcaption className="mb-3">
        <h3 id={chart.id} className="text-base">
          {chart.title}
        </h3>
        <p className="text-xs text-ink-faint">{chart.note}</p>
      </figcaption>
      <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {chart.measures.map((measure) => (
          <MeasureBars key={measure.name} measure={measure} />
        ))}
      </div>
    </figure>
  );
}

function MeasureBars({ measure: { name, bars } }: { measure: ChartMeasure }) {
  return (
    <div className="min-w-0">
      <p className="text-sm text-ink-soft" aria-hidden>
        {name}
      </p>
      <svg
        role="img"
        aria-label={`${name}: ${bars.map(spoken).join(", ")}`}
        width="100%"
        height={bars.length * ROW_PX}
        className="block text-xs tabular-nums"
      >
        {bars.map((bar, index) => (
          <Bar key={bar.letter} bar={bar} index={index} />
        ))}
      </svg>
    </div>
  );
}

function Bar({ bar, index }: { bar: ChartMeasure["bars"][number]; index: number }) {
  const { letter, share, potentialShare, text, isBest } = bar;
  const colour = buildColour(index);
  const y = index * ROW_PX;
  return (
    <g>
      <text x="0" y={y + 15} fill={colour}>
        {letter}
      </text>
      <svg x="18" y={y + 5} width="62%" height={BAR_PX} aria-hidden="true">
        <rect width="100%" height={BAR_PX} rx="3" fill="var(--color-line)" />
        <rect width={percent(potentialShare)} height={BAR_PX} rx="3" fill={colour} opacity="0.35" />
        <rect width={percent(share)} height={BAR_PX} rx="3" fill={colour} />
      </svg>
      <text x="100%" y={y + 15} textAnchor="end" fill={isBest ? "var(--color-good)" : "var(--color-ink)"}>
        {isBest ? `★ ${text}` : text}
      </text>
    </g>
  );
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

function spoken({ letter, text, potential, isBest }: ChartMeasure["bars"][number]): string {
  return `${letter} ${text}${potential ? ` up to ${potential.text}` : ""}${isBest ? " (best)" : ""}`;
}
