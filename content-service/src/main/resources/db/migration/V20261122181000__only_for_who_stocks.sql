-- Stories that are only for shops that sell one of their products.

-- By which keys a shop's assortment is looked up, as library_product writes them. Written by the worker role only.
CREATE TABLE assortment_key (
    shop text NOT NULL,
    key  text NOT NULL COLLATE "C",
    PRIMARY KEY (shop, key)
);
ALTER TABLE assortment_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE assortment_key FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON assortment_key USING (
    current_setting('app.shop', true) = '*'
    OR shop = ANY (string_to_array(current_setting('app.shop', true), ',')));

-- Every key that a story for its sellers ever had: whoever sells such a product hears of its removal, and nobody else.
CREATE TABLE stocked_story (
    story uuid NOT NULL REFERENCES story,
    key   text NOT NULL COLLATE "C",
    PRIMARY KEY (story, key)
);

ALTER TABLE library_item ADD COLUMN only_stocked boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN library_item.reach IS
    'every audience it ever had: conditions joined by +, each a group, =stock for who sells it; * for all';

-- A change of this is a change of the shop's own side.
ALTER TABLE shop ADD COLUMN stock_version bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN shop.stock_version IS 'counts the changes of its assortment that changed its library';

-- A story without the flag costs the look at one boolean. A transaction that did not enter the shop finds nothing sold.
-- No EXISTS: the planner could turn that into a hash of all that the shop sells, for one story on a page.
CREATE OR REPLACE FUNCTION library_visible_to(for_shop text, moment timestamptz) RETURNS SETOF library_item
LANGUAGE sql STABLE AS $$
    SELECT i.* FROM library_item i
    WHERE i.visible_from <= moment
      AND (i.visible_until IS NULL OR i.visible_until > moment)
      AND (i.owner_group IS NULL OR i.owner_group = ANY (ARRAY(SELECT unnest(s.groups) FROM shop s WHERE s.slug = for_shop)))
      AND (i.groups = '{}' OR i.groups && ARRAY(SELECT unnest(s.groups) FROM shop s WHERE s.slug = for_shop))
      AND (NOT i.only_stocked OR (
          SELECT true FROM library_product p JOIN assortment_key k ON k.key = p.key
          WHERE p.story = i.story AND k.shop = for_shop LIMIT 1))
$$;

-- What shops sell already.
SELECT set_config('app.shop', '*', true);
INSERT INTO assortment_key (shop, key)
SELECT i.shop, k.key FROM assortment_item i
 CROSS JOIN LATERAL (VALUES
    ('gtin:' || i.gtin), ('sku:' || i.sku), ('brand:' || i.brand), ('supplier:' || i.supplier),
    ('article:' || i.supplier || '/' || i.article), ('article:' || i.brand || '/' || i.article)) k (key)
 WHERE k.key IS NOT NULL
ON CONFLICT DO NOTHING;

-- An own library of a group, and a language, are chosen by as well.
UPDATE library_item i SET facets = i.facets
    || ('owner:' || coalesce(i.owner_group, 'network'))
    || CASE WHEN r.content ->> 'locale' IS NULL THEN '{}'::text[] ELSE ARRAY['locale:' || (r.content ->> 'locale')] END
  FROM story_revision r WHERE r.story = i.story AND r.number = i.revision;

-- A story of a group that was for another group as well was never for who is in that one only.
UPDATE library_item SET reach = ARRAY(
        SELECT CASE WHEN entry = owner_group THEN entry ELSE owner_group || '+' || entry END FROM unnest(reach) entry)
 WHERE owner_group IS NOT NULL AND groups <> '{}' AND NOT '*' = ANY (reach);

GRANT SELECT ON assortment_key TO content_application;
GRANT SELECT, INSERT ON stocked_story TO content_application;
GRANT SELECT, INSERT, DELETE ON assortment_key TO content_worker;
GRANT SELECT ON library_product, stocked_story TO content_worker;
