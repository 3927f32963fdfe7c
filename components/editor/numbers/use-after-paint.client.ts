"use client";

import { startTransition, useEffect, useState } from "react";

/**
 * The value as it was when the browser last drew a frame: what takes long is calculated from it, once the screen shows
 * what is known at once. A newer value takes the place of one that is still waiting.
 */
export function useAfterPaint<Value>(value: Value): Value {
  const [drawn, setDrawn] = useState(value);
  useEffect(() => {
    let task: ReturnType<typeof setTimeout> | undefined;
    // A task that is asked for in a frame runs after the frame is drawn.
    const frame = requestAnimationFrame(() => {
      task = setTimeout(() => startTransition(() => setDrawn(value)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(task);
    };
  }, [value]);
  return drawn;
}
