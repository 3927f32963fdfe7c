import { FactCard, opensCard } from "#components/game/fact-card.tsx";
import { IconTile } from "#components/game/icon-tile.tsx";
import { secondsText } from "#lib/builds/fact-lines.ts";
import type { EmptySlotView, SkillBarView, SkillView } from "#lib/builds/view.ts";

/** Skills of one bar by name; each opens its facts. `scope` keeps element ids apart where a skill appears twice. */
export function SkillBar({ bar, scope }: { bar: SkillBarView; scope: string }) {
  return (
    <ul
      className="grid gap-1.5 sm:grid-cols-5"
      style={bar.skills.length > 5 ? undefined : { gridAutoRows: "1fr" }}
      aria-label={bar.name}
    >
      {[...bar.skills.entries()].map(([position, skill]) => (
        <li key={position} className="min-w-0">
          {skill.id === null ? (
            <EmptySlot slot={skill} />
          ) : (
            <SkillButton skill={skill} cardId={`${scope}-${position}`} />
          )}
        </li>
      ))}
    </ul>
  );
}

function SkillButton({ skill, cardId }: { skill: SkillView; cardId: string }) {
  return (
    <>
      <button
        type="button"
        {...opensCard(cardId)}
        className="flex size-full items-center gap-3 rounded-lg p-1.5 text-left hover:bg-raised sm:flex-col sm:items-start sm:gap-1.5"
      >
        <IconTile name={skill.name} icon={skill.icon} size="lg" />
        <span className="min-w-0">
          <span className="block text-sm leading-snug text-ink">{skill.name}</span>
          <span className="block text-xs text-ink-faint">
            {skill.slot}
            {skill.rechargeSeconds ? ` · ${secondsText(skill.rechargeSeconds)}` : ""}
          </span>
        </span>
      </button>
      <FactCard
        id={cardId}
        name={skill.name}
        kind={`${skill.slot} skill`}
        facts={skill.facts}
        note={skill.note}
      />
    </>
  );
}

function EmptySlot({ slot }: { slot: EmptySlotView }) {
  return (
    <div className="flex size-full items-center gap-3 p-1.5 sm:flex-col sm:items-start sm:gap-1.5">
      <span
        aria-hidden="true"
        className="size-12 shrink-0 rounded-md border border-dashed border-line-strong"
      />
      <span>
        <span className="block text-sm text-ink-faint">{slot.name}</span>
        <span className="block text-xs text-ink-faint">{slot.slot}</span>
      </span>
    </div>
  );
}
