import { type ComponentProps, useId } from "react";
import { classNames } from "./class-names.ts";

export const INPUT_CLASS =
  "w-full rounded-lg border border-line-strong bg-ground px-3 py-2.5 text-base text-ink placeholder:text-ink-faint aria-invalid:border-bad";

interface FieldProps extends ComponentProps<"input"> {
  readonly label: string;
  /** What is expected, shown below the input. */
  readonly hint?: string;
  /** What is wrong and how to mend it; marks the input as invalid. */
  readonly error?: string | undefined;
}

/** A labelled input whose hint and error are read out with it. */
export function Field({ label, hint, error, className, id, ...input }: FieldProps) {
  const generatedId = useId();
  const inputId = id ?? generatedId;
  const noteId = `${inputId}-note`;
  return (
    <div className={classNames("flex flex-col gap-1.5", className)}>
      <label htmlFor={inputId} className="text-sm font-medium text-ink-soft">
        {label}
      </label>
      <input
        id={inputId}
        className={INPUT_CLASS}
        aria-invalid={error ? true : undefined}
        aria-describedby={hint || error ? noteId : undefined}
        {...input}
      />
      {(hint || error) && (
        <p id={noteId} className={classNames("text-sm", error ? "text-bad" : "text-ink-faint")}>
          {error ?? hint}
        </p>
      )}
    </div>
  );
}
