import { Card } from "#components/ui/card.tsx";
import type { DamageView, EstimateView } from "#lib/builds/damage-view.ts";

/** Damage per second, what it is made of, and how sure it is. */
export function DamagePanel({ damage }: { damage: DamageView }) {
  if (damage.kind === "none") {
    return (
      <Card>
        <p className="text-sm text-ink-soft">{damage.why}</p>
      </Card>
    );
  }
  return (
    <Card>
      <p className="flex flex-wrap items-center gap-2 text-sm text-ink-soft">
        Damage per second
        {damage.kind === "estimate" && (
          <span className="rounded-full border border-warn px-2 py-0.5 text-xs text-warn">Estimate</span>
        )}
      </p>
      <p className="text-3xl tabular-nums">
        {damage.kind === "estimate" && <span aria-hidden>≈ </span>}
        {damage.total}
      </p>
      <p className="text-xs text-ink-faint">From the {damage.source}.</p>
      <div className="mt-3">
        <DamageParts parts={damage.parts} />
      </div>
      {damage.kind === "estimate" && <EstimateMethod estimate={damage.estimate} />}
    </Card>
  );
}

/** What damage is made of, each part with its share as a bar. */
export function DamageParts({ parts }: { parts: Extract<DamageView, { parts: unknown }>["parts"] }) {
  return (
    <ul className="flex flex-col gap-2 text-sm">
      {parts.map(({ name, text, share }) => (
        <li key={name}>
          <p className="flex justify-between gap-3">
            <span className="text-ink-soft">{name}</span>
            <span className="tabular-nums">{text}</span>
          </p>
          <div className="mt-1 h-1.5 rounded-full bg-line">
            <div className="h-full rounded-full bg-accent" style={{ width: `${Math.round(share * 100)}%` }} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function EstimateMethod({ estimate }: { estimate: EstimateView }) {
  const { method, assumptions, skills, timeWith, notCounted } = estimate;
  return (
    <details className="mt-4 border-t border-line pt-3 text-sm">
      <summary className="text-ink-soft">How this is estimated</summary>
      <p className="mt-2">{method}</p>
      <p className="mt-2 text-ink-soft">
        Measured rotations deal about twice as much: trained players use traits, forms and combos that this
        rule does not know. Compare estimates with estimates only.
      </p>
      {timeWith.length > 0 && (
        <p className="mt-2 text-ink-soft">
          {timeWith.map(({ name, percent }) => `${name} ${percent} of the time`).join(", ")}.
        </p>
      )}
      <div className="mt-3 overflow-x-auto">
        <table className="w-full tabular-nums">
          <thead>
            <tr className="text-left text-ink-faint">
              {["Skill", "Per minute", "Share", "Cast time"].map((column) => (
                <th key={column} scope="col" className="pr-3 pb-1 font-normal">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {skills.map(({ key, name, bar, castsPerMinute, share, castTime }) => (
              <tr key={key} className="border-t border-line">
                <th scope="row" className="py-1 pr-3 text-left font-normal">
                  {name} <span className="text-xs text-ink-faint">{bar}</span>
                </th>
                <td className="pr-3">{castsPerMinute}</td>
                <td className="pr-3">{share}</td>
                <td className="text-ink-soft">{castTime}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul className="mt-3 list-disc pl-5 text-ink-soft">
        {assumptions.map((assumption) => (
          <li key={assumption}>{assumption}</li>
        ))}
      </ul>
      {notCounted.length > 0 && (
        <>
          <p className="mt-3 text-ink-faint">Not counted</p>
          <ul className="mt-1 list-disc pl-5 text-ink-soft">
            {notCounted.map(({ name, text }) => (
              <li key={`${name} ${text}`}>
                {name}: {text}
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}
