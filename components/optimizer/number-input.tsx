import { INPUT_CLASS } from "#components/ui/field.tsx";

/** A labelled number with its unit; empty says nothing about it. */
export function NumberInput({
  name,
  label,
  value,
  placeholder,
  unit,
  error,
}: {
  name: string;
  label: string;
  value: number | undefined;
  placeholder?: string | undefined;
  unit?: string | undefined;
  /** What is wrong with it. */
  error?: string | undefined;
}) {
  const note = `${name}-error`;
  return (
    <div>
      <label className="flex items-center justify-between gap-3 text-sm text-ink-soft">
        <span className="min-w-0">{label}</span>
        <span className="flex shrink-0 items-center gap-1.5">
          <input
            name={name}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            defaultValue={value ?? ""}
            placeholder={placeholder}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? note : undefined}
            className={`${INPUT_CLASS} w-24! px-2! py-1.5! text-right text-sm! tabular-nums`}
          />
          <span className="w-4 text-xs text-ink-faint">{unit}</span>
        </span>
      </label>
      {error && (
        <p id={note} role="alert" className="mt-1 text-sm text-bad">
          {error}
        </p>
      )}
    </div>
  );
}
