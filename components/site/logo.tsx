/** Three stacked specialization lines in a hexagon. Decorative: name it where it stands alone. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} fill="none" aria-hidden="true" focusable="false">
      <path
        d="M16 2.5 27.7 9.25v13.5L16 29.5 4.3 22.75V9.25Z"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinejoin="round"
      />
      <path
        d="M9.5 12h4m5 0h4M9.5 16.5h13M9.5 21h9"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        opacity=".55"
      />
      <circle cx="16" cy="12" r="2.1" fill="currentColor" />
      <circle cx="12" cy="16.5" r="2.1" fill="currentColor" />
      <circle cx="20.5" cy="21" r="2.1" fill="currentColor" />
    </svg>
  );
}
