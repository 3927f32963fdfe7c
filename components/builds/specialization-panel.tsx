import { FactCard } from "#components/game/fact-card.tsx";
import { IconTile } from "#components/game/icon-tile.tsx";
import { Badge } from "#components/ui/badge.tsx";
import type { SpecializationView, TierView, TraitView } from "#lib/builds/view.ts";

/** One specialization line: minor trait and 3 major traits a tier, the chosen ones marked and named. */
export function SpecializationPanel({ line, colour }: { line: SpecializationView; colour: string }) {
  return (
    <article
      className="relative overflow-hidden rounded-xl border border-line bg-surface"
      style={{ borderLeft: `3px solid color-mix(in oklab, ${colour} 70%, transparent)` }}
    >
      <div className="relative flex flex-col gap-4 p-4 lg:flex-row lg:items-center lg:gap-6">
        <header className="flex items-center gap-3 lg:w-48 lg:shrink-0">
          <IconTile name={line.name} icon={line.icon} size="lg" round colour={colour} />
          <div>
            <h3 className="text-lg leading-tight">{line.name}</h3>
            {line.elite && <Badge tone="accent">Elite</Badge>}
          </div>
        </header>
        <div className="flex items-center justify-between gap-1 sm:justify-start sm:gap-5">
          {line.tiers.map((tier) => (
            <Tier key={tier.name} tier={tier} colour={colour} />
          ))}
        </div>
        <ol className="flex flex-col gap-1 text-sm lg:ml-auto lg:w-60 lg:shrink-0">
          {line.tiers.map((tier) => (
            <li key={tier.name} className="flex gap-2">
              <span className="w-24 shrink-0 text-ink-faint">{tier.name}</span>
              <span className={tier.chosen ? "text-ink" : "text-ink-faint"}>
                {tier.chosen?.name ?? "none chosen"}
              </span>
            </li>
          ))}
        </ol>
      </div>
    </article>
  );
}

function Tier({ tier, colour }: { tier: TierView; colour: string }) {
  return (
    <fieldset className="flex items-center gap-1.5 sm:gap-3">
      <legend className="sr-only">{tier.name} traits</legend>
      {tier.minor && (
        <TraitButton
          trait={tier.minor}
          kind={`Minor ${tier.name.toLowerCase()} trait`}
          colour={colour}
          minor
        />
      )}
      <div className="flex flex-col gap-1.5">
        {tier.majors.map((trait) => (
          <TraitButton key={trait.id} trait={trait} kind={`${tier.name} trait`} colour={colour} />
        ))}
      </div>
    </fieldset>
  );
}

function TraitButton({
  trait,
  kind,
  colour,
  minor = false,
}: {
  trait: TraitView;
  kind: string;
  colour: string;
  minor?: boolean;
}) {
  const cardId = `trait-${trait.id}`;
  return (
    <>
      <button
        type="button"
        popoverTarget={cardId}
        {...{ interestfor: cardId }}
        className={
          trait.chosen
            ? "rounded-lg p-0.5 ring-2 ring-accent ring-offset-2 ring-offset-surface"
            : "rounded-lg p-0.5 hover:bg-raised"
        }
        aria-label={`${trait.name}${trait.chosen && !minor ? ", chosen" : ""}`}
      >
        <IconTile
          name={trait.name}
          icon={trait.icon}
          size={minor ? "sm" : "md"}
          round={minor}
          dim={!trait.chosen}
          colour={colour}
        />
      </button>
      <FactCard id={cardId} name={trait.name} kind={kind} facts={trait.facts} />
    </>
  );
}
