import type { ReactNode } from "react";

/*
 * Icons as plain markup, for what is drawn by KeptHtml: lucide-react's own components belong to the browser. The paths
 * are lucide's (ISC licence). Decorative; what is around them has the name.
 */

function Drawn({ children }: { children: ReactNode }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      className="size-4"
    >
      {children}
    </svg>
  );
}

/** lucide's `columns-2`. */
export function ColumnsIcon() {
  return (
    <Drawn>
      <rect width="18" height="18" x="3" y="3" rx="2" />
      <path d="M12 3v18" />
    </Drawn>
  );
}

/** lucide's `search`. */
export function SearchIcon() {
  return (
    <Drawn>
      <path d="m21 21-4.34-4.34" />
      <circle cx="11" cy="11" r="8" />
    </Drawn>
  );
}
