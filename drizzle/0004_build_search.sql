DROP INDEX "builds_owner_updated_index";--> statement-breakpoint
DROP INDEX "builds_visibility_updated_index";--> statement-breakpoint
ALTER TABLE "builds" ADD COLUMN "search_words" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "builds" ADD COLUMN "facets" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "builds" ADD COLUMN "reference_names" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "builds" ADD COLUMN "missing" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "builds" ADD COLUMN "search_stamp" text;--> statement-breakpoint
ALTER TABLE "builds" ADD COLUMN "search_name" text GENERATED ALWAYS AS (lower(f_unaccent(name))) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "builds" ADD COLUMN "search_vector" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('simple'::regconfig, lower(f_unaccent(name))), 'A') || setweight(to_tsvector('simple'::regconfig, search_words), 'B')) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "builds_owner_newest_index" ON "builds" USING btree ("owner_id","updated_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "builds_visibility_newest_index" ON "builds" USING btree ("visibility","updated_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "builds_search_vector_index" ON "builds" USING gin ("search_vector");--> statement-breakpoint
CREATE INDEX "builds_search_name_index" ON "builds" USING gin ("search_name" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "builds_facets_index" ON "builds" USING gin ("facets");--> statement-breakpoint
CREATE INDEX "builds_search_stamp_index" ON "builds" USING btree ("search_stamp");--> statement-breakpoint
CREATE INDEX "users_display_name_index" ON "users" USING btree (lower("display_name"));