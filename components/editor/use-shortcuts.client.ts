"use client";

import { useEffect, useRef } from "react";
import { SECTIONS } from "./sections.ts";

export interface ShortcutActions {
  readonly undo: () => void;
  readonly redo: () => void;
  readonly save: () => void;
  readonly help: () => void;
}

/** Milliseconds in which the second key of "G, then …" has to follow. */
const SEQUENCE_MS = 1500;

/** The editor's keys. A field that is typed in keeps its own undo; an open dialog keeps all keys. */
export function useShortcuts(actions: ShortcutActions): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    let goAt = Number.NEGATIVE_INFINITY;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
      const key = event.key.toLowerCase();
      const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
      if (isCommand && key === "s") return run(event, latest.current.save);
      if (isTyped(event.target)) return;
      if (isCommand && key === "z")
        return run(event, event.shiftKey ? latest.current.redo : latest.current.undo);
      if (isCommand && key === "y") return run(event, latest.current.redo);
      if (isCommand || event.altKey) return;
      if (event.key === "?") return run(event, latest.current.help);
      const section =
        event.timeStamp - goAt < SEQUENCE_MS ? SECTIONS.find((one) => one.key === key) : undefined;
      if (section) run(event, () => goTo(section.id));
      goAt = key === "g" ? event.timeStamp : Number.NEGATIVE_INFINITY;
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}

function run(event: KeyboardEvent, act: () => void): void {
  event.preventDefault();
  act();
}

function goTo(id: string): void {
  const section = document.getElementById(id);
  section?.scrollIntoView({ block: "start" });
  const first = section?.querySelector<HTMLElement>(
    'button:not([tabindex="-1"]), input, select, textarea, a[href]',
  );
  (first ?? section)?.focus({ preventScroll: true });
}

const TYPED_INPUTS = new Set(["text", "search", "url", "number", "email", ""]);

/** Whether keys and pasted text belong to a field. */
export function isTyped(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return TYPED_INPUTS.has(target.type);
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
}
