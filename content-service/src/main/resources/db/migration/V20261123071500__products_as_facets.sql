-- A story can be chosen by its products as well: by each of their own numbers, and by brand and supplier.
UPDATE library_item i SET facets = i.facets || p.facets
  FROM (SELECT story, array_agg(DISTINCT 'product:' || regexp_replace(key, '^of-', '')) AS facets
          FROM library_product GROUP BY story) p
 WHERE p.story = i.story;

-- Which languages there are, one after another.
CREATE INDEX library_item_locale ON library_item (locale);
