-- What shops sell, by keys only, as shops-service told. Written by the worker role only; keys are kept as they are
-- compared: GTIN in 14 digits, names without capitals and accents.
CREATE TABLE assortment (
    shop            text        PRIMARY KEY,
    version         bigint      NOT NULL,
    fetched_version bigint,
    fetch_after     timestamptz NOT NULL DEFAULT '-infinity',
    fetch_failures  integer     NOT NULL DEFAULT 0
);
CREATE INDEX assortment_to_fetch ON assortment (fetch_after) WHERE fetched_version IS DISTINCT FROM version;

CREATE TABLE assortment_item (
    shop     text NOT NULL,
    -- Tells the shop's products apart.
    item     text NOT NULL COLLATE "C",
    gtin     text COLLATE "C",
    sku      text COLLATE "C",
    brand    text COLLATE "C",
    supplier text COLLATE "C",
    article  text COLLATE "C",
    PRIMARY KEY (shop, item)
);
CREATE INDEX assortment_item_gtin ON assortment_item (shop, gtin) WHERE gtin IS NOT NULL;
CREATE INDEX assortment_item_sku ON assortment_item (shop, sku) WHERE sku IS NOT NULL;
CREATE INDEX assortment_item_article ON assortment_item (shop, article) WHERE article IS NOT NULL;

ALTER TABLE assortment ENABLE ROW LEVEL SECURITY;
ALTER TABLE assortment FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON assortment USING (
    current_setting('app.shop', true) = '*'
    OR shop = ANY (string_to_array(current_setting('app.shop', true), ',')));
ALTER TABLE assortment_item ENABLE ROW LEVEL SECURITY;
ALTER TABLE assortment_item FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON assortment_item USING (
    current_setting('app.shop', true) = '*'
    OR shop = ANY (string_to_array(current_setting('app.shop', true), ',')));

-- By which keys a story of the library is found, such as gtin:08712345678906; leaves with the story.
CREATE TABLE library_product (
    key   text NOT NULL COLLATE "C",
    story uuid NOT NULL REFERENCES library_item ON DELETE CASCADE,
    PRIMARY KEY (key, story)
);
CREATE INDEX library_product_story ON library_product (story);

GRANT SELECT ON assortment, assortment_item TO content_application;
GRANT SELECT, INSERT, DELETE ON library_product TO content_application;
GRANT SELECT, INSERT, UPDATE, DELETE ON assortment, assortment_item TO content_worker;

-- What is in the library already, with the keys that the service writes from now on.
CREATE FUNCTION pg_temp.plain(written text) RETURNS text LANGUAGE sql AS $$
    SELECT nullif(btrim(regexp_replace(lower(regexp_replace(normalize(written, NFKD), U&'[\0300-\036F]', '', 'g')),
        '\s+', ' ', 'g')), '')
$$;
WITH named AS (
    SELECT i.story, i.type, p ->> 'gtin' AS gtin, pg_temp.plain(p ->> 'sku') AS sku,
        pg_temp.plain(p ->> 'brand') AS brand, pg_temp.plain(p ->> 'supplier') AS supplier,
        pg_temp.plain(p ->> 'article') AS article
    FROM library_item i
    JOIN story_revision r ON r.story = i.story AND r.number = i.revision
    CROSS JOIN LATERAL jsonb_array_elements(coalesce(nullif(r.content -> 'products', 'null'), '[]')) p),
keys AS (
    SELECT story, 'gtin:' || lpad(gtin, 14, '0') AS key FROM named WHERE gtin ~ '^([0-9]{8}|[0-9]{12,14})$'
    UNION ALL SELECT story, 'sku:' || sku FROM named
    UNION ALL SELECT story, 'article:' || supplier || '/' || article FROM named
    UNION ALL SELECT story, 'article:' || brand || '/' || article FROM named
    UNION ALL SELECT story, 'of-brand:' || brand FROM named
    UNION ALL SELECT story, 'of-supplier:' || supplier FROM named
    UNION ALL SELECT story, 'brand:' || brand FROM named
        WHERE type = 'maker' OR (gtin IS NULL AND sku IS NULL AND article IS NULL)
    UNION ALL SELECT story, 'supplier:' || supplier FROM named
        WHERE type = 'maker' OR (gtin IS NULL AND sku IS NULL AND article IS NULL))
INSERT INTO library_product (key, story)
SELECT DISTINCT key, story FROM keys WHERE key IS NOT NULL AND length(key) <= 240;
