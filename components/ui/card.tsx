import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";

/** A quiet panel. Give it a heading inside; it is a plain `section` by itself. */
export function Card({ className, ...rest }: ComponentProps<"section">) {
  return (
    <section
      className={classNames("rounded-xl border border-line bg-surface p-4 sm:p-5", className)}
      {...rest}
    />
  );
}
