import { classNames } from "./class-names.ts";

/** Radio buttons as cards, one of which is picked; either the form keeps which (`initial`) or the caller (`value`). */
export function ChoiceCards<T extends string>({
  legend,
  name,
  choices,
  error,
  className,
  ...picked
}: {
  legend: string;
  name: string;
  choices: readonly { readonly value: T; readonly label: string; readonly hint?: string }[];
  error?: string | undefined;
  /** How the cards are laid out. */
  className: string;
} & ({ initial: string | undefined } | { value: T; choose: (value: T) => void })) {
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium text-ink-soft">{legend}</legend>
      <div className={classNames("gap-2", className)}>
        {choices.map(({ value, label, hint }) => (
          <label
            key={value}
            className="flex items-center gap-2.5 rounded-lg border border-line-strong px-3 py-2 text-sm has-checked:border-accent has-checked:bg-raised"
          >
            <input
              type="radio"
              name={name}
              value={value}
              className="accent-accent"
              {...("choose" in picked
                ? { checked: picked.value === value, onChange: () => picked.choose(value) }
                : { defaultChecked: picked.initial === value })}
            />
            <span>
              {label}
              {hint && <span className="block text-xs text-ink-faint">{hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {error && <p className="mt-1.5 text-sm text-bad">{error}</p>}
    </fieldset>
  );
}
