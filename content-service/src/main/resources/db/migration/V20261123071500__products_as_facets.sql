-- A story can be chosen by its products as well: by each of their own numbers, and by brand and supplier. Both indexes of
-- words are written at once: what waits in them is read by every question, and stories are read more than released.
DROP INDEX library_item_facets;
UPDATE library_item i SET facets = i.facets || p.facets
  FROM (SELECT story, array_agg(DISTINCT 'product:' || regexp_replace(key, '^of-', '')) AS facets
          FROM library_product GROUP BY story) p
 WHERE p.story = i.story;
CREATE INDEX library_item_facets ON library_item USING gin (facets) WITH (fastupdate = off);
ALTER INDEX library_item_words SET (fastupdate = off);
SELECT gin_clean_pending_list('library_item_words');

-- Which languages there are, one after another.
CREATE INDEX library_item_locale ON library_item (locale);
