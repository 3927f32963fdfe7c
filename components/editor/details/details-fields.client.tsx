"use client";

import { useState } from "react";
import { INPUT_CLASS } from "#components/ui/field.tsx";
import { type BuildDetails, MAX_NOTES, MAX_ROTATION } from "#lib/builds/details/schema.ts";
import { MAX_TAGS, tagsOf } from "#lib/builds/details/tags.ts";
import { VIDEO_SITE_NAMES } from "#lib/builds/details/video-link.ts";
import {
  ACTIVITIES,
  ACTIVITY_MODES,
  ACTIVITY_NAMES,
  BUILD_ROLES,
  DIFFICULTIES,
  DIFFICULTY_NAMES,
  ROLE_NAMES,
} from "#lib/builds/details/words.ts";
import { GAME_MODE_NAMES, GAME_MODES } from "#lib/shared/game.ts";
import { Labelled } from "./labelled.client.tsx";

export type DetailsErrors = Partial<Record<keyof BuildDetails, string>>;

/**
 * What an author says of a build beside its loadout. Controlled: `value` holds what was typed, good or not; give what
 * `detailsErrors(value)` or the server says as `errors`.
 */
export function DetailsFields({
  value,
  change,
  errors,
}: {
  value: BuildDetails;
  change: (next: BuildDetails) => void;
  errors: DetailsErrors;
}) {
  const set = (changes: Partial<BuildDetails>) => change({ ...value, ...changes });
  return (
    <div className="flex flex-col gap-5">
      <div className="grid gap-4 sm:grid-cols-2">
        <Choice
          label="Role"
          names={ROLE_NAMES}
          options={BUILD_ROLES}
          value={value.role}
          choose={(role) => set({ role })}
          error={errors.role}
        />
        <Choice
          label="Difficulty"
          names={DIFFICULTY_NAMES}
          options={DIFFICULTIES}
          value={value.difficulty}
          choose={(difficulty) => set({ difficulty })}
          error={errors.difficulty}
        />
      </div>
      <ActivityFields
        chosen={value.activities}
        choose={(activities) => set({ activities })}
        error={errors.activities}
      />
      <TagField tags={value.tags} change={(tags) => set({ tags })} error={errors.tags} />
      <Labelled
        label="Video"
        hint={`An https address on ${VIDEO_SITE_NAMES.join(", ")}.`}
        error={errors.video}
      >
        {(field) => (
          <input
            {...field}
            type="url"
            inputMode="url"
            autoComplete="off"
            value={value.video ?? ""}
            onChange={({ target }) => set({ video: target.value || null })}
            className={INPUT_CLASS}
          />
        )}
      </Labelled>
      <MarkdownField
        label="Notes"
        rows={8}
        limit={MAX_NOTES}
        text={value.notes}
        change={(notes) => set({ notes })}
        error={errors.notes}
      />
      <MarkdownField
        label="Rotation"
        rows={6}
        limit={MAX_ROTATION}
        text={value.rotation}
        change={(rotation) => set({ rotation })}
        error={errors.rotation}
      />
    </div>
  );
}

function Choice<Word extends string>({
  label,
  names,
  options,
  value,
  choose,
  error,
}: {
  label: string;
  names: Readonly<Record<Word, string>>;
  options: readonly Word[];
  value: Word | null;
  choose: (word: Word | null) => void;
  error?: string | undefined;
}) {
  return (
    <Labelled label={label} error={error}>
      {(field) => (
        <select
          {...field}
          value={value ?? ""}
          onChange={({ target }) => choose(options.find((word) => word === target.value) ?? null)}
          className={INPUT_CLASS}
        >
          <option value="">Not stated</option>
          {options.map((word) => (
            <option key={word} value={word}>
              {names[word]}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

function ActivityFields({
  chosen,
  choose,
  error,
}: {
  chosen: BuildDetails["activities"];
  choose: (activities: BuildDetails["activities"]) => void;
  error?: string | undefined;
}) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-sm font-medium text-ink-soft">Played in</legend>
      <div className="flex flex-col gap-2">
        {GAME_MODES.map((mode) => (
          <div key={mode} className="flex flex-wrap items-center gap-1.5">
            <span className="w-12 text-xs text-ink-faint">{GAME_MODE_NAMES[mode]}</span>
            {ACTIVITIES.filter((activity) => ACTIVITY_MODES[activity] === mode).map((activity) => (
              <label
                key={activity}
                className="inline-flex min-h-8 items-center gap-1.5 rounded-full border border-line-strong px-3 py-1 text-sm has-checked:border-accent has-checked:bg-raised"
              >
                <input
                  type="checkbox"
                  checked={chosen.includes(activity)}
                  onChange={({ target }) =>
                    choose(
                      ACTIVITIES.filter((one) => (one === activity ? target.checked : chosen.includes(one))),
                    )
                  }
                  className="accent-accent"
                />
                {ACTIVITY_NAMES[activity]}
              </label>
            ))}
          </div>
        ))}
      </div>
      {error && <p className="mt-1.5 text-sm text-bad">{error}</p>}
    </fieldset>
  );
}

/** Keeps the typed text while it has the focus; tags are read out of it at every stroke. */
function TagField({
  tags,
  change,
  error,
}: {
  tags: readonly string[];
  change: (tags: string[]) => void;
  error?: string | undefined;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Labelled label="Tags" hint={`Up to ${MAX_TAGS}, separated by commas.`} error={error}>
      {(field) => (
        <input
          {...field}
          autoComplete="off"
          value={typed ?? tags.join(", ")}
          placeholder="low intensity, cleave"
          onChange={({ target }) => {
            setTyped(target.value);
            change(tagsOf(target.value));
          }}
          onBlur={() => setTyped(null)}
          className={INPUT_CLASS}
        />
      )}
    </Labelled>
  );
}

function MarkdownField({
  label,
  rows,
  limit,
  text,
  change,
  error,
}: {
  label: string;
  rows: number;
  limit: number;
  text: string;
  change: (text: string) => void;
  error?: string | undefined;
}) {
  return (
    <Labelled
      label={label}
      hint={`Markdown. [[Name]] of a skill or trait shows its figures. ${text.length} of ${limit} characters.`}
      error={error}
    >
      {(field) => (
        <textarea
          {...field}
          rows={rows}
          value={text}
          onChange={({ target }) => change(target.value)}
          className={`${INPUT_CLASS} font-mono text-sm`}
        />
      )}
    </Labelled>
  );
}
