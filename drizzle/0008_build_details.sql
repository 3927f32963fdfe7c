ALTER TABLE "builds" ADD COLUMN "notes" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "builds" ADD COLUMN "rotation" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "builds" ADD COLUMN "video" text;--> statement-breakpoint
ALTER TABLE "builds" ADD COLUMN "tags" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "builds" ADD COLUMN "role" text;--> statement-breakpoint
ALTER TABLE "builds" ADD COLUMN "difficulty" text;--> statement-breakpoint
ALTER TABLE "builds" ADD COLUMN "activities" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "builds" ADD COLUMN "tag_words" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "builds" ADD COLUMN "note_words" text DEFAULT '' NOT NULL;--> statement-breakpoint
-- Dropping a column drops its index, so both are made again below.
ALTER TABLE "builds" DROP COLUMN "search_name", DROP COLUMN "search_vector";--> statement-breakpoint
ALTER TABLE "builds"
  ADD COLUMN "search_name" text GENERATED ALWAYS AS (rtrim(lower(f_unaccent(name)) || ' ' || tag_words)) STORED NOT NULL,
  ADD COLUMN "search_vector" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('simple'::regconfig, lower(f_unaccent(name))), 'A') || setweight(to_tsvector('simple'::regconfig, search_words), 'B') || setweight(to_tsvector('simple'::regconfig, note_words), 'C')) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "builds_search_vector_index" ON "builds" USING gin ("search_vector");--> statement-breakpoint
CREATE INDEX "builds_search_name_index" ON "builds" USING gin ("search_name" gin_trgm_ops);
