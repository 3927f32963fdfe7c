DROP INDEX "builds_search_vector_index";--> statement-breakpoint
DROP INDEX "builds_search_name_index";--> statement-breakpoint
DROP INDEX "builds_facets_index";--> statement-breakpoint
CREATE INDEX "builds_search_index" ON "builds" USING gin ("search_vector","search_name" gin_trgm_ops,"facets");--> statement-breakpoint
-- What lists do not show is stored apart, so that a page of the table holds a dozen builds and not four.
ALTER TABLE "builds" SET (toast_tuple_target = 512);
