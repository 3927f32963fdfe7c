"use client";

import { useEffect } from "react";

/**
 * Lets game icons load (see `.icon-tile` in app/globals.css) once the page has been painted with their tiles, so that
 * text, fonts and scripts of a first visit do not share the network with dozens of pictures. Draws nothing.
 */
export function IconsAfterPaint() {
  useEffect(() => {
    const show = () => document.documentElement.setAttribute("data-icons", "");
    const isKnown = globalThis.PerformanceObserver?.supportedEntryTypes?.includes("paint");
    if (!isKnown) return show();
    const painted = new PerformanceObserver(() => {
      painted.disconnect();
      show();
    });
    painted.observe({ type: "paint", buffered: true });
    return () => painted.disconnect();
  }, []);
  return null;
}
