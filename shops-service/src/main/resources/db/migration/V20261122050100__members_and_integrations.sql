CREATE TABLE member (
    id         uuid    PRIMARY KEY,
    -- Absent for the central group.
    shop       text    REFERENCES shop,
    issuer     text    NOT NULL,
    subject    text    NOT NULL,
    name       text    NOT NULL,
    email      text,
    role       text    NOT NULL,
    from_date  date    NOT NULL,
    -- Last day included.
    until_date date,
    trusted    boolean NOT NULL,
    version    bigint  NOT NULL,
    CONSTRAINT member_role_fits CHECK (
        CASE WHEN shop IS NULL THEN role IN ('editor', 'coach', 'admin')
             ELSE role IN ('manager', 'publisher', 'contributor', 'webmaster') END),
    CONSTRAINT member_period CHECK (until_date >= from_date),
    CONSTRAINT member_one_role_at_a_time EXCLUDE USING gist (
        (coalesce(shop, '')) WITH =, issuer WITH =, subject WITH =, (daterange(from_date, until_date, '[]')) WITH &&)
);
CREATE INDEX member_by_person ON member (issuer, subject);
CREATE INDEX member_by_shop ON member (coalesce(shop, ''), id);

CREATE TABLE integration (
    id         uuid   PRIMARY KEY,
    shop       text   NOT NULL REFERENCES shop,
    issuer     text   NOT NULL,
    client_id  text   NOT NULL,
    name       text   NOT NULL,
    scopes     text[] NOT NULL,
    state      text   NOT NULL CHECK (state IN ('active', 'paused')),
    -- Last day included.
    until_date date,
    version    bigint NOT NULL,
    CONSTRAINT integration_client_bound_once UNIQUE (issuer, client_id)
);
CREATE INDEX integration_by_shop ON integration (shop, id);

-- A transaction sees the rows of the shops it entered. While it looks up who is calling, before it can know any shop,
-- it also sees the caller's own rows: app.caller is '<issuer> <subject or client id>'.
ALTER TABLE member ENABLE ROW LEVEL SECURITY;
ALTER TABLE member FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON member USING (
    current_setting('app.shop', true) = '*'
    OR shop = ANY (string_to_array(current_setting('app.shop', true), ',')));
CREATE POLICY oneself ON member FOR SELECT USING (
    issuer || ' ' || subject = current_setting('app.caller', true));

ALTER TABLE integration ENABLE ROW LEVEL SECURITY;
ALTER TABLE integration FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON integration USING (
    current_setting('app.shop', true) = '*'
    OR shop = ANY (string_to_array(current_setting('app.shop', true), ',')));
CREATE POLICY oneself ON integration FOR SELECT USING (
    issuer || ' ' || client_id = current_setting('app.caller', true));

GRANT SELECT, INSERT, UPDATE, DELETE ON member, integration TO shops_application;
GRANT SELECT ON member, integration TO shops_worker;
