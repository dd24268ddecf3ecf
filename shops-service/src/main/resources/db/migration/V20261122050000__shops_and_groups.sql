-- pg_trgm finds a shop by a part of its name; btree_gist refuses overlapping memberships. Both are trusted extensions,
-- so the database's owner may create them.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gist;

GRANT USAGE ON SCHEMA public TO shops_application, shops_worker;

CREATE TABLE shop (
    slug          text    PRIMARY KEY CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 60),
    kind          text    NOT NULL CHECK (kind IN ('shop', 'central', 'region')),
    name          text    NOT NULL,
    town          text,
    time_zone     text    NOT NULL,
    locale        text    NOT NULL,
    website       text,
    webshop       text,
    opening_hours jsonb   NOT NULL,
    rhythm        jsonb,
    state         text    NOT NULL CHECK (state IN ('active', 'closed')),
    version       bigint  NOT NULL,
    -- Slug, name and town without capitals and accents, as SearchText writes them.
    search        text    NOT NULL,
    CONSTRAINT shop_central_is_landelijk CHECK ((kind = 'central') = (slug = 'landelijk'))
);
CREATE INDEX shop_search ON shop USING gin (search gin_trgm_ops);
CREATE INDEX shop_by_kind ON shop (kind, slug);

CREATE TABLE shop_profile (
    shop     text NOT NULL REFERENCES shop,
    platform text NOT NULL,
    account  text NOT NULL,
    PRIMARY KEY (shop, platform)
);
-- Which platforms are in use anywhere is read by skipping through this index.
CREATE INDEX shop_profile_platform ON shop_profile (platform);

CREATE TABLE shop_field (
    shop  text NOT NULL REFERENCES shop,
    key   text NOT NULL,
    value text NOT NULL,
    PRIMARY KEY (shop, key)
);
CREATE INDEX shop_field_key ON shop_field (key);

CREATE TABLE shop_group (
    slug    text   PRIMARY KEY CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 60),
    name    text   NOT NULL,
    version bigint NOT NULL
);

CREATE TABLE shop_in_group (
    shop       text NOT NULL REFERENCES shop,
    group_slug text NOT NULL CONSTRAINT shop_in_group_known REFERENCES shop_group,
    PRIMARY KEY (shop, group_slug)
);
CREATE INDEX shop_in_group_by_group ON shop_in_group (group_slug, shop);

GRANT SELECT, INSERT, UPDATE ON shop TO shops_application;
GRANT SELECT, INSERT, UPDATE, DELETE ON shop_profile, shop_field, shop_group, shop_in_group TO shops_application;
GRANT SELECT ON shop, shop_profile, shop_field, shop_group, shop_in_group TO shops_worker;
