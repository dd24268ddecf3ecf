CREATE TABLE channel (
    id                 uuid        PRIMARY KEY,
    shop               text        NOT NULL,
    platform           text        NOT NULL,
    account            text        NOT NULL,
    purpose            text,
    tone               text,
    audience           jsonb       NOT NULL,
    rhythm             text,
    -- Seconds between two publications; null for no rule.
    minimum_gap        bigint      CHECK (minimum_gap BETWEEN 1 AND 604800),
    state              text        NOT NULL CHECK (state IN ('new', 'healthy', 'failing', 'disconnected')),
    reason             jsonb,
    server             text,
    -- Host and port of the server, by which a platform's limits and outages are kept apart.
    host               text,
    -- AES-256-GCM, in base64: 12 bytes nonce, then ciphertext with its tag; bound to the channel's id.
    credentials        text,
    credentials_key_id text,
    platform_account   text,
    character_limit    integer,
    url_length         integer,
    verified_at        timestamptz,
    created_at         timestamptz NOT NULL,
    version            bigint      NOT NULL,
    CHECK ((credentials IS NULL) = (credentials_key_id IS NULL))
);
CREATE INDEX channel_by_shop ON channel (shop, id);
CREATE INDEX channel_by_key ON channel (credentials_key_id) WHERE credentials IS NOT NULL;

-- Whose turn it is on a channel: one call at a time, and none before a moment. Apart from the channel, because workers
-- write it many times a minute and people's versions must not move with it.
CREATE TABLE turn (
    channel     uuid        PRIMARY KEY REFERENCES channel,
    publication uuid,
    not_before  timestamptz NOT NULL
);

ALTER TABLE channel ENABLE ROW LEVEL SECURITY;
ALTER TABLE channel FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON channel USING (
    current_setting('app.shop', true) = '*'
    OR shop = ANY (string_to_array(current_setting('app.shop', true), ',')));

GRANT SELECT, INSERT, UPDATE ON channel TO scheduling_application;
GRANT INSERT ON turn TO scheduling_application;
GRANT SELECT, UPDATE ON channel TO scheduling_worker;
GRANT SELECT, UPDATE ON turn TO scheduling_worker;
