import { classNames } from "#components/ui/class-names.ts";

const SIZES = {
  sm: "size-7 text-[0.6rem]",
  md: "size-10 text-xs",
  lg: "size-12 text-sm",
  xl: "size-16 text-lg",
} as const;

/**
 * A game icon on a coloured tile with initials. The picture comes from the game's own host; where it does not load, the
 * tile below it is the icon. Decorative: the name stands beside it or on the button around it.
 */
export function IconTile({
  name,
  icon,
  size = "md",
  round = false,
  dim = false,
  colour = "var(--color-ink-faint)",
}: {
  name: string;
  icon: string | null;
  size?: keyof typeof SIZES;
  round?: boolean;
  dim?: boolean;
  colour?: string;
}) {
  return (
    <span
      aria-hidden="true"
      className={classNames(
        "relative inline-flex shrink-0 select-none items-center justify-center overflow-hidden font-semibold tracking-wide",
        SIZES[size],
        round ? "rounded-full" : "rounded-md",
        dim && "opacity-45 grayscale",
      )}
      style={{
        color: `color-mix(in oklab, ${colour} 80%, white)`,
        background: `linear-gradient(145deg, color-mix(in oklab, ${colour} 38%, #14171d), color-mix(in oklab, ${colour} 14%, #14171d))`,
        boxShadow: `inset 0 0 0 1px color-mix(in oklab, ${colour} 45%, transparent)`,
      }}
    >
      {initials(name)}
      {icon && (
        <img
          src={icon}
          alt=""
          loading="lazy"
          decoding="async"
          className="absolute inset-0 size-full object-cover"
        />
      )}
    </span>
  );
}

/** First letters of the first two words that begin with a letter or digit. */
export function initials(name: string): string {
  const words = name.split(/[\s-]+/).flatMap((word) => word.match(/[\p{L}\p{N}]/u)?.[0] ?? []);
  return words.slice(0, 2).join("").toUpperCase();
}
