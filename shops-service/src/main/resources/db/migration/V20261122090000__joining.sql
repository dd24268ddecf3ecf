-- A candidate is known to the central group and hasn't said yes. It publishes nothing, and shops don't see it.
ALTER TABLE shop DROP CONSTRAINT shop_state_check;
ALTER TABLE shop ADD CONSTRAINT shop_state_known CHECK (state IN ('candidate', 'active', 'closed'));
CREATE INDEX shop_candidates ON shop (slug) WHERE state = 'candidate';
CREATE INDEX shop_by_name ON shop (lower(name));

-- How the central group reaches a shop before anyone there has an account. Not for publication.
CREATE TABLE shop_contact (
    shop      text   PRIMARY KEY REFERENCES shop,
    mailbox   text,
    contact   text,
    telephone text,
    version   bigint NOT NULL
);
CREATE INDEX shop_contact_by_mailbox ON shop_contact (lower(mailbox));
INSERT INTO shop_contact (shop, version) SELECT slug, 0 FROM shop;

-- What the last import said of a shop: where it still says so, nobody has changed it since.
CREATE TABLE imported_shop (
    shop      text   PRIMARY KEY REFERENCES shop,
    -- Name and town without capitals and accents, by which the next import knows the shop again.
    match_key text   NOT NULL,
    name      text   NOT NULL,
    town      text,
    website   text,
    mailbox   text,
    contact   text,
    telephone text
);
CREATE INDEX imported_shop_by_match_key ON imported_shop (match_key);
CREATE INDEX imported_shop_by_mailbox ON imported_shop (lower(mailbox));

-- A shop that is asked to join.
CREATE TABLE joining (
    id          uuid        PRIMARY KEY,
    shop        text        NOT NULL REFERENCES shop,
    wave        text        NOT NULL,
    mailbox     text        NOT NULL,
    state       text        NOT NULL CHECK (state IN ('waiting', 'sent', 'failed', 'yes', 'later', 'no', 'revoked')),
    failure     text,
    created_at  timestamptz NOT NULL,
    sent_at     timestamptz,
    answered_at timestamptz,
    -- When its last link stops working.
    expires_at  timestamptz,
    -- Whether who said "later" was asked once more, or will be.
    reminding   boolean     NOT NULL,
    version     bigint      NOT NULL
);
CREATE UNIQUE INDEX joining_one_at_a_time ON joining (shop) WHERE state <> 'revoked';
CREATE INDEX joining_by_wave ON joining (wave, id);
CREATE INDEX joining_by_state ON joining (state, id);

-- A person who is asked to become a member, and becomes one by signing in through the mailed link.
CREATE TABLE member_invitation (
    id          uuid        PRIMARY KEY,
    -- Absent for the central group.
    shop        text        REFERENCES shop,
    email       text        NOT NULL,
    name        text        NOT NULL,
    role        text        NOT NULL,
    -- Last day of the membership, included.
    until_date  date,
    -- Whether it is the second step of joining, which greets a shop and not somebody in particular.
    welcome     boolean     NOT NULL,
    state       text        NOT NULL CHECK (state IN ('waiting', 'sent', 'failed', 'accepted', 'revoked')),
    failure     text,
    created_at  timestamptz NOT NULL,
    sent_at     timestamptz,
    expires_at  timestamptz,
    member      uuid,
    version     bigint      NOT NULL
);
CREATE UNIQUE INDEX member_invitation_once ON member_invitation (coalesce(shop, ''), lower(email))
    WHERE state IN ('waiting', 'sent', 'failed');
CREATE INDEX member_invitation_by_shop ON member_invitation (coalesce(shop, ''), id);

-- The secrets in mailed links, as SHA-256. A mail that is sent again has a new one; the older keep working until they
-- expire, for nobody knows which of two mails will be opened.
CREATE TABLE link (
    hash       bytea       PRIMARY KEY,
    joining    uuid        REFERENCES joining,
    invitation uuid        REFERENCES member_invitation,
    expires_at timestamptz NOT NULL,
    CONSTRAINT link_opens_one CHECK (num_nonnulls(joining, invitation) = 1)
);
CREATE INDEX link_by_joining ON link (joining) WHERE joining IS NOT NULL;
CREATE INDEX link_by_invitation ON link (invitation) WHERE invitation IS NOT NULL;
CREATE INDEX link_expired ON link (expires_at);

-- Mail to send, written in the transaction of what it tells about; sent by the worker. Holds no address and no secret.
CREATE TABLE mail (
    id         uuid        PRIMARY KEY,
    kind       text        NOT NULL CHECK (kind IN ('joining', 'reminder', 'welcome', 'membership')),
    target     uuid        NOT NULL,
    due_at     timestamptz,
    tries      integer     NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    sent_at    timestamptz,
    failure    text
);
CREATE INDEX mail_due ON mail (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX mail_created ON mail (created_at);

-- Who holds a link sees what it opens before it is known which shop that concerns: app.link is the id behind the link.
ALTER TABLE joining ENABLE ROW LEVEL SECURITY;
ALTER TABLE joining FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON joining USING (
    current_setting('app.shop', true) = '*'
    OR shop = ANY (string_to_array(current_setting('app.shop', true), ',')));
CREATE POLICY holder ON joining FOR SELECT USING (id::text = current_setting('app.link', true));

ALTER TABLE member_invitation ENABLE ROW LEVEL SECURITY;
ALTER TABLE member_invitation FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON member_invitation USING (
    current_setting('app.shop', true) = '*'
    OR shop = ANY (string_to_array(current_setting('app.shop', true), ',')));
CREATE POLICY holder ON member_invitation FOR SELECT USING (id::text = current_setting('app.link', true));

ALTER TABLE shop_contact ENABLE ROW LEVEL SECURITY;
ALTER TABLE shop_contact FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON shop_contact USING (
    current_setting('app.shop', true) = '*'
    OR shop = ANY (string_to_array(current_setting('app.shop', true), ',')));

ALTER TABLE imported_shop ENABLE ROW LEVEL SECURITY;
ALTER TABLE imported_shop FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON imported_shop USING (
    current_setting('app.shop', true) = '*'
    OR shop = ANY (string_to_array(current_setting('app.shop', true), ',')));

GRANT SELECT, INSERT, UPDATE ON shop_contact, imported_shop, joining, member_invitation TO shops_application;
GRANT SELECT, UPDATE, DELETE ON link TO shops_application;
GRANT INSERT ON mail TO shops_application;
GRANT SELECT ON shop_contact TO shops_worker;
GRANT SELECT, UPDATE ON joining, member_invitation TO shops_worker;
GRANT SELECT, INSERT, DELETE ON link TO shops_worker;
GRANT SELECT, UPDATE, DELETE ON mail TO shops_worker;
