import { FactCard, opensCard } from "#components/game/fact-card.tsx";
import { IconTile } from "#components/game/icon-tile.tsx";
import { Badge } from "#components/ui/badge.tsx";
import type { SpecializationView, TierView, TraitView } from "#lib/builds/view.ts";

/** One specialization line: minor trait and 3 major traits a tier, the chosen ones marked and named. */
export function SpecializationPanel({ line }: { line: SpecializationView }) {
  return (
    <article className="rounded-xl border border-line border-l-[3px] border-l-[color-mix(in_oklab,var(--profession)_70%,transparent)] bg-surface">
      <div className="flex flex-col gap-4 p-4 lg:flex-row lg:items-center lg:gap-6">
        <header className="flex items-center gap-3 lg:w-48 lg:shrink-0">
          <IconTile name={line.name} icon={line.icon} size="lg" round />
          <div>
            <h3 className="text-lg leading-tight">{line.name}</h3>
            {line.elite && <Badge tone="accent">Elite</Badge>}
          </div>
        </header>
        <div className="flex items-center justify-between gap-1 sm:justify-start sm:gap-5">
          {line.tiers.map((tier) => (
            <Tier key={tier.name} tier={tier} />
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

function Tier({ tier }: { tier: TierView }) {
  return (
    <fieldset className="flex items-center gap-1.5 sm:gap-3">
      <legend className="sr-only">{tier.name} traits</legend>
      {tier.minor && <TraitButton trait={tier.minor} kind={`Minor ${tier.name.toLowerCase()} trait`} minor />}
      <div className="flex flex-col gap-1.5">
        {tier.majors.map((trait) => (
          <TraitButton key={trait.id} trait={trait} kind={`${tier.name} trait`} />
        ))}
      </div>
    </fieldset>
  );
}

function TraitButton({ trait, kind, minor = false }: { trait: TraitView; kind: string; minor?: boolean }) {
  const cardId = `trait-${trait.id}`;
  const chosen = trait.chosen ? (minor ? "minor" : "major") : undefined;
  return (
    <>
      <button
        type="button"
        className="trait"
        data-chosen={chosen}
        aria-label={chosen === "major" ? `${trait.name}, chosen` : trait.name}
        {...opensCard(cardId)}
      >
        <IconTile name={trait.name} icon={trait.icon} size={minor ? "sm" : undefined} round={minor} />
      </button>
      <FactCard id={cardId} name={trait.name} kind={kind} facts={trait.facts} />
    </>
  );
}
