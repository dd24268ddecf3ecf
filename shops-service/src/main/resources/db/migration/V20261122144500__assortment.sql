-- What a shop sells. One row per shop counts the changes; keys_version is the version at which a key of some product
-- changed last, for those who keep a copy of the keys.
CREATE TABLE assortment (
    shop         text   PRIMARY KEY REFERENCES shop,
    version      bigint NOT NULL,
    keys_version bigint NOT NULL
);

CREATE TABLE assortment_item (
    shop     text NOT NULL REFERENCES shop,
    -- By what the product is known again next time. Sorted by its bytes, so that paging needs no collation.
    key      text NOT NULL COLLATE "C",
    gtin     text CHECK (gtin ~ '^[0-9]{14}$'),
    sku      text,
    brand    text,
    supplier text,
    article  text,
    title    text,
    url      text,
    picture  text,
    PRIMARY KEY (shop, key)
);

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

GRANT SELECT, INSERT, UPDATE ON assortment TO shops_application;
GRANT SELECT, INSERT, UPDATE, DELETE ON assortment_item TO shops_application;
