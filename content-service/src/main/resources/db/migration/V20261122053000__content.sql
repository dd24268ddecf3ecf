-- Stories, assets, campaigns, the library and adaptations, and what this service keeps of shops-service.
-- Tables with a column shop are the shops' own and lie under row-level security. The replica of memberships and
-- integrations is the exception: it is read to find out which shops a caller has.

-- What shops-service told, by feed. Written by the worker role only.
CREATE TABLE shop (
    slug            text        PRIMARY KEY,
    kind            text        NOT NULL,
    state           text        NOT NULL,
    time_zone       text        NOT NULL,
    locale          text        NOT NULL,
    groups          text[]      NOT NULL DEFAULT '{}',
    version         bigint      NOT NULL,
    -- Values of the merge fields by language, as fetched for fetched_version.
    merge_fields    jsonb       NOT NULL DEFAULT '{}',
    fetched_version bigint,
    fetch_after     timestamptz NOT NULL DEFAULT '-infinity',
    fetch_failures  integer     NOT NULL DEFAULT 0
);
CREATE INDEX shop_to_fetch ON shop (fetch_after) WHERE fetched_version IS DISTINCT FROM version;

CREATE TABLE membership (
    id          uuid    PRIMARY KEY,
    shop        text,
    issuer      text    NOT NULL,
    subject     text    NOT NULL,
    role        text    NOT NULL,
    valid_from  date    NOT NULL,
    valid_until date,
    version     bigint  NOT NULL
);
COMMENT ON COLUMN membership.shop IS 'null for the central group';
COMMENT ON COLUMN membership.valid_until IS 'last day included, in the zone of the shop';
CREATE INDEX membership_person ON membership (issuer, subject);

CREATE TABLE integration (
    id          uuid        PRIMARY KEY,
    shop        text        NOT NULL,
    issuer      text        NOT NULL,
    client_id   text        NOT NULL,
    scopes      text[]      NOT NULL,
    state       text        NOT NULL,
    valid_until date,
    version     bigint      NOT NULL
);
CREATE INDEX integration_client ON integration (issuer, client_id);

CREATE TABLE merge_field (
    name text PRIMARY KEY
);

-- One row: whether the known merge fields must be fetched again.
CREATE TABLE merge_field_fetch (
    one         boolean     PRIMARY KEY DEFAULT true CHECK (one),
    wanted      bigint      NOT NULL DEFAULT 1,
    fetched     bigint      NOT NULL DEFAULT 0,
    fetch_after timestamptz NOT NULL DEFAULT '-infinity'
);
INSERT INTO merge_field_fetch DEFAULT VALUES;

-- Stories.
CREATE TABLE story (
    id              uuid        PRIMARY KEY,
    state           text        NOT NULL,
    revision        integer     NOT NULL,
    content         jsonb       NOT NULL,
    author          text        NOT NULL,
    last_editor     text        NOT NULL,
    return_note     text,
    withdraw_reason text,
    unreviewed      boolean     NOT NULL,
    created_at      timestamptz NOT NULL,
    changed_at      timestamptz NOT NULL,
    version         bigint      NOT NULL
);
COMMENT ON COLUMN story.revision IS 'newest fixed revision, 0 before the first release';

CREATE TABLE story_revision (
    story        uuid        NOT NULL REFERENCES story,
    number       integer     NOT NULL CHECK (number > 0),
    content      jsonb       NOT NULL,
    author       text        NOT NULL,
    released_by  text        NOT NULL,
    released_at  timestamptz NOT NULL,
    note         text,
    severity     text,
    confirmed_by text,
    confirmed_at timestamptz,
    PRIMARY KEY (story, number)
);

-- Media: bytes once, by their digest; every upload is an asset of its own.
CREATE TABLE media_file (
    sha256     text        PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    media_type text        NOT NULL,
    bytes      bigint      NOT NULL,
    width      integer     NOT NULL,
    height     integer     NOT NULL,
    opaque     boolean     NOT NULL,
    created_at timestamptz NOT NULL
);

CREATE TABLE asset (
    id            uuid             PRIMARY KEY,
    shop          text,
    sha256        text             NOT NULL REFERENCES media_file,
    media_key     text             NOT NULL CHECK (media_key ~ '^[0-9a-f]{64}$'),
    alt_text      text,
    credit        text,
    licence       text,
    source        text,
    consent_given boolean,
    consent_until date,
    focal_x       double precision,
    focal_y       double precision,
    published_at  timestamptz,
    created_at    timestamptz      NOT NULL,
    version       bigint           NOT NULL
);
COMMENT ON COLUMN asset.shop IS 'null for the network''s own';
COMMENT ON COLUMN asset.media_key IS 'names the picture in public addresses: digest of bytes and focal point';
CREATE INDEX asset_media_key ON asset (media_key);
CREATE INDEX asset_shop ON asset (shop, id DESC);

-- Signs addresses of pictures that are not public yet; made here so that all instances share it.
CREATE TABLE preview_key (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    key bytea   NOT NULL
);
INSERT INTO preview_key (key)
VALUES (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));

-- Campaigns.
CREATE TABLE campaign (
    id         uuid        PRIMARY KEY,
    content    jsonb       NOT NULL,
    author     text        NOT NULL,
    created_at timestamptz NOT NULL,
    version    bigint      NOT NULL
);
CREATE INDEX campaign_stories ON campaign USING gin ((content -> 'stories') jsonb_path_ops);

CREATE TABLE participation (
    campaign  uuid        NOT NULL REFERENCES campaign,
    shop      text        NOT NULL,
    joined_by text        NOT NULL,
    joined_at timestamptz NOT NULL,
    PRIMARY KEY (campaign, shop)
);

-- The library: one row per released story.
CREATE TABLE library_item (
    story         uuid        PRIMARY KEY,
    revision      integer     NOT NULL,
    type          text        NOT NULL,
    owner_group   text,
    groups        text[]      NOT NULL,
    reach         text[]      NOT NULL,
    campaigns     uuid[]      NOT NULL,
    assets        uuid[]      NOT NULL,
    visible_from  timestamptz NOT NULL,
    visible_until timestamptz,
    appeared_at   timestamptz NOT NULL,
    updated_at    timestamptz NOT NULL,
    announced     boolean     NOT NULL,
    words         tsvector    NOT NULL,
    FOREIGN KEY (story, revision) REFERENCES story_revision (story, number)
);
COMMENT ON COLUMN library_item.owner_group IS 'the group of shops that owns the story; null for the network';
COMMENT ON COLUMN library_item.groups IS 'for whom; empty for all';
COMMENT ON COLUMN library_item.reach IS 'every group it was ever for, * for all: these hear of its removal';
CREATE INDEX library_item_newest ON library_item (appeared_at DESC, story DESC);
CREATE INDEX library_item_words ON library_item USING gin (words);
CREATE INDEX library_item_assets ON library_item USING gin (assets);
CREATE INDEX library_item_from ON library_item (visible_from);
CREATE INDEX library_item_until ON library_item (visible_until) WHERE visible_until IS NOT NULL;
CREATE INDEX library_item_unannounced ON library_item (visible_from) WHERE NOT announced;

-- What one shop may use at a moment. Every read of the library goes through here.
CREATE FUNCTION library_visible_to(for_shop text, moment timestamptz) RETURNS SETOF library_item
LANGUAGE sql STABLE AS $$
    SELECT i.* FROM library_item i
    WHERE i.visible_from <= moment
      AND (i.visible_until IS NULL OR i.visible_until > moment)
      AND (i.owner_group IS NULL OR i.owner_group = ANY (ARRAY(SELECT unnest(s.groups) FROM shop s WHERE s.slug = for_shop)))
      AND (i.groups = '{}' OR i.groups && ARRAY(SELECT unnest(s.groups) FROM shop s WHERE s.slug = for_shop))
$$;

-- Adaptations.
CREATE TABLE adaptation (
    id         uuid        PRIMARY KEY,
    shop       text        NOT NULL,
    story      uuid        NOT NULL REFERENCES story,
    revision   integer     NOT NULL,
    overrides  jsonb       NOT NULL,
    author     text        NOT NULL,
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    version    bigint      NOT NULL,
    UNIQUE (shop, story),
    FOREIGN KEY (story, revision) REFERENCES story_revision (story, number)
);
CREATE INDEX adaptation_shop ON adaptation (shop, id DESC);
CREATE INDEX adaptation_assets ON adaptation USING gin ((overrides -> 'assets') jsonb_path_ops);

-- Counts the changes of a shop's own versions: part of the ETag of its library.
CREATE TABLE shop_library (
    shop    text   PRIMARY KEY,
    version bigint NOT NULL
);

-- Who did what, for two years.
CREATE TABLE audit (
    id     uuid        PRIMARY KEY,
    at     timestamptz NOT NULL,
    actor  text        NOT NULL,
    shop   text,
    what   text        NOT NULL,
    target text        NOT NULL,
    trace  text
);
CREATE INDEX audit_at ON audit (at);

ALTER TABLE asset ENABLE ROW LEVEL SECURITY;
ALTER TABLE asset FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON asset USING (
    shop IS NULL
    OR current_setting('app.shop', true) = '*'
    OR shop = ANY (string_to_array(current_setting('app.shop', true), ',')));
ALTER TABLE participation ENABLE ROW LEVEL SECURITY;
ALTER TABLE participation FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON participation USING (
    current_setting('app.shop', true) = '*'
    OR shop = ANY (string_to_array(current_setting('app.shop', true), ',')));
ALTER TABLE adaptation ENABLE ROW LEVEL SECURITY;
ALTER TABLE adaptation FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON adaptation USING (
    current_setting('app.shop', true) = '*'
    OR shop = ANY (string_to_array(current_setting('app.shop', true), ',')));
ALTER TABLE shop_library ENABLE ROW LEVEL SECURITY;
ALTER TABLE shop_library FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON shop_library USING (
    current_setting('app.shop', true) = '*'
    OR shop = ANY (string_to_array(current_setting('app.shop', true), ',')));
ALTER TABLE audit ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit FORCE ROW LEVEL SECURITY;
CREATE POLICY read_all ON audit FOR SELECT USING (current_setting('app.shop', true) = '*');
CREATE POLICY append ON audit FOR INSERT WITH CHECK (
    shop IS NULL
    OR current_setting('app.shop', true) = '*'
    OR shop = ANY (string_to_array(current_setting('app.shop', true), ',')));

-- Mechanisms, from libs/idempotency and libs/event-feed.
CREATE TABLE idempotency_key (
    caller       text        NOT NULL,
    key          text        NOT NULL,
    request_hash text        NOT NULL,
    status       integer     NOT NULL,
    headers      jsonb       NOT NULL,
    body         text,
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (caller, key)
);
CREATE INDEX idempotency_key_created ON idempotency_key (created_at);

CREATE TABLE event_feed (
    name     text   PRIMARY KEY,
    position bigint NOT NULL CHECK (position >= 0)
);
CREATE TABLE event (
    feed     text        NOT NULL,
    position bigint      NOT NULL CHECK (position > 0),
    type     text        NOT NULL,
    subject  text        NOT NULL,
    time     timestamptz NOT NULL,
    data     jsonb       NOT NULL,
    PRIMARY KEY (feed, position)
);
CREATE INDEX event_subject ON event (feed, subject, position);
CREATE TABLE feed_cursor (
    feed       text        PRIMARY KEY,
    position   bigint      NOT NULL CHECK (position >= 0),
    updated_at timestamptz NOT NULL
);

-- db-scheduler 16.
CREATE TABLE scheduled_tasks (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_execution ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_heartbeat ON scheduled_tasks (last_heartbeat);

GRANT USAGE ON SCHEMA public TO content_application, content_worker;
GRANT SELECT ON shop, membership, integration, merge_field, merge_field_fetch, feed_cursor, preview_key
    TO content_application;
GRANT SELECT, INSERT, UPDATE ON story, asset, campaign, adaptation, shop_library TO content_application;
-- A revision never changes; only who confirmed it is added.
GRANT SELECT, INSERT, UPDATE (confirmed_by, confirmed_at) ON story_revision TO content_application;
GRANT SELECT, INSERT ON media_file TO content_application;
GRANT SELECT, INSERT, DELETE ON participation TO content_application;
GRANT SELECT, INSERT, UPDATE, DELETE ON library_item TO content_application;
GRANT SELECT, INSERT ON audit TO content_application;
GRANT SELECT, INSERT, UPDATE ON idempotency_key TO content_application;
GRANT SELECT, INSERT, UPDATE ON event_feed TO content_application;
GRANT SELECT, INSERT ON event TO content_application;

GRANT SELECT, INSERT, UPDATE, DELETE ON shop, membership, integration, merge_field TO content_worker;
GRANT SELECT, UPDATE ON merge_field_fetch, story TO content_worker;
GRANT SELECT, UPDATE, DELETE ON library_item TO content_worker;
GRANT SELECT, DELETE ON idempotency_key, audit TO content_worker;
GRANT SELECT, INSERT, UPDATE ON event_feed, feed_cursor TO content_worker;
GRANT SELECT, INSERT, DELETE ON event TO content_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON scheduled_tasks TO content_worker;
