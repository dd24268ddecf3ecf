-- Keys with which a website reads a shop's feeds. The secret itself is kept nowhere; a revoked key is gone.
CREATE TABLE feed_key (
    id           uuid        PRIMARY KEY,
    shop         text        NOT NULL,
    name         text        NOT NULL,
    hash         bytea       NOT NULL UNIQUE,
    created_by   uuid        NOT NULL,
    created_at   timestamptz NOT NULL,
    last_used_at timestamptz
);
COMMENT ON COLUMN feed_key.hash IS 'SHA-256 of the secret';
COMMENT ON COLUMN feed_key.created_by IS 'id of the member';
CREATE INDEX feed_key_shop ON feed_key (shop, id DESC);

ALTER TABLE feed_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE feed_key FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON feed_key USING (
    current_setting('app.shop', true) = '*'
    OR shop = ANY (string_to_array(current_setting('app.shop', true), ',')));
GRANT SELECT, INSERT, UPDATE (last_used_at), DELETE ON feed_key TO content_application;
