import { type ComponentProps, useId } from "react";
import { classNames } from "./class-names.ts";
import { INPUT_CLASS } from "./field.tsx";

interface TextAreaFieldProps extends ComponentProps<"textarea"> {
  readonly label: string;
  /** What is expected, shown below. */
  readonly hint?: string | undefined;
  /** What is wrong and how to mend it; marks the text as invalid. */
  readonly error?: string | undefined;
}

/** A labelled text of several lines whose hint and error are read out with it. */
export function TextAreaField({ label, hint, error, className, ...text }: TextAreaFieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  return (
    <div className={classNames("flex flex-col gap-1.5", className)}>
      <label htmlFor={id} className="text-sm font-medium text-ink-soft">
        {label}
      </label>
      <textarea
        id={id}
        className={INPUT_CLASS}
        aria-invalid={error ? true : undefined}
        aria-describedby={hint || error ? noteId : undefined}
        {...text}
      />
      {(hint || error) && (
        <p id={noteId} className={classNames("text-sm", error ? "text-bad" : "text-ink-faint")}>
          {error ?? hint}
        </p>
      )}
    </div>
  );
}
