CREATE TABLE audit (
    -- Version 7, so that the order of ids is the order of time.
    id          uuid        PRIMARY KEY,
    at          timestamptz NOT NULL,
    shop        text,
    member      uuid,
    integration uuid,
    action      text        NOT NULL,
    subject     text        NOT NULL,
    changed     text[]      NOT NULL,
    trace       text
);
CREATE INDEX audit_by_shop ON audit (shop, id);
CREATE INDEX audit_at ON audit (at);

ALTER TABLE audit ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON audit FOR SELECT USING (
    current_setting('app.shop', true) = '*'
    OR shop = ANY (string_to_array(current_setting('app.shop', true), ',')));
CREATE POLICY anyone_writes ON audit FOR INSERT WITH CHECK (true);

-- Append-only: the application can neither change nor remove what happened. The worker forgets what is too old.
GRANT SELECT, INSERT ON audit TO shops_application;
GRANT SELECT, DELETE ON audit TO shops_worker;
