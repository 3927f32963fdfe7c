import type { ReactElement } from "react";

const kept = new WeakMap<object, string>();

/**
 * What follows from one view object alone, drawn to HTML once and kept for as long as the view itself is: React
 * otherwise draws each element twice for every answer, and once more in the browser. Only for components without hooks,
 * promises and client components; React, which escapes all text, refuses the others.
 */
export async function KeptHtml({
  of: view,
  className,
  children,
}: {
  /** The object that `children` are made of. Nothing else may be in them, or one reader sees what was meant for another. */
  of: object;
  className?: string;
  children: ReactElement;
}) {
  const html = kept.get(view) ?? (await draw(children));
  kept.set(view, html);
  return <div className={className} dangerouslySetInnerHTML={{ __html: html }} />;
}

async function draw(element: ReactElement): Promise<string> {
  // Next refuses a static import of it, because a whole page drawn this way would lose its client components.
  const { renderToStaticMarkup } = await import("react-dom/server");
  return renderToStaticMarkup(element);
}
