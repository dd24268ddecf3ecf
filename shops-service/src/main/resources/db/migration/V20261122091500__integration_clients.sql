ALTER TABLE integration DROP CONSTRAINT integration_client_bound_once;

-- An integration has one client, and while its secret is being replaced two or three.
CREATE TABLE integration_client (
    -- Also the client's own id at the provider, when it was made here.
    id                uuid        PRIMARY KEY,
    shop              text        NOT NULL REFERENCES shop,
    integration       uuid        NOT NULL REFERENCES integration ON DELETE CASCADE,
    issuer            text        NOT NULL,
    client_id         text        NOT NULL,
    made_here         boolean     NOT NULL,
    made_at           timestamptz NOT NULL,
    ends_at           timestamptz,
    -- How the provider was last told to have it, when it was made here.
    told_enabled      boolean     NOT NULL,
    told_scopes       text[]      NOT NULL,
    last_used_at      timestamptz,
    last_refused_at   timestamptz,
    last_status       integer,
    last_problem      text,
    CONSTRAINT integration_client_bound_once UNIQUE (issuer, client_id)
);
CREATE INDEX integration_client_of ON integration_client (integration, id);
CREATE INDEX integration_client_ends ON integration_client (ends_at) WHERE ends_at IS NOT NULL;

INSERT INTO integration_client (id, shop, integration, issuer, client_id, made_here, made_at, told_enabled, told_scopes)
SELECT id, shop, id, issuer, client_id, false, now(), true, '{}' FROM integration;

ALTER TABLE integration ADD COLUMN clients_changed_at timestamptz;
UPDATE integration SET clients_changed_at = now();
ALTER TABLE integration ALTER COLUMN clients_changed_at SET NOT NULL;
DROP POLICY oneself ON integration;
ALTER TABLE integration DROP COLUMN client_id;

ALTER TABLE integration_client ENABLE ROW LEVEL SECURITY;
ALTER TABLE integration_client FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON integration_client USING (
    current_setting('app.shop', true) = '*'
    OR shop = ANY (string_to_array(current_setting('app.shop', true), ',')));
CREATE POLICY oneself ON integration_client FOR SELECT USING (
    issuer || ' ' || client_id = current_setting('app.caller', true));
-- The client's own integration, and no other.
CREATE POLICY oneself ON integration FOR SELECT USING (
    EXISTS (SELECT FROM integration_client c WHERE c.integration = integration.id
             AND c.issuer || ' ' || c.client_id = current_setting('app.caller', true)));

-- Clients to take away at the provider. A row is written before a client is made and goes in the transaction that
-- binds it, so whatever goes wrong in between is cleared up.
CREATE TABLE client_removal (
    id     uuid        PRIMARY KEY,
    due_at timestamptz NOT NULL
);
CREATE INDEX client_removal_due ON client_removal (due_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON integration_client TO shops_application;
GRANT SELECT, INSERT, DELETE ON client_removal TO shops_application;
GRANT SELECT, UPDATE, DELETE ON integration_client TO shops_worker;
GRANT SELECT, INSERT, DELETE ON client_removal TO shops_worker;
-- The worker ends clients at their moment, and says so.
GRANT INSERT, UPDATE ON event_feed TO shops_worker;
GRANT INSERT ON event TO shops_worker;
