-- What shops offer to the network: a text, a picture perhaps, and what became of it.
CREATE TABLE contribution (
    id         uuid        PRIMARY KEY,
    shop       text        NOT NULL,
    state      text        NOT NULL,
    text       text        NOT NULL,
    asset      uuid        REFERENCES asset,
    note       text,
    story      uuid        UNIQUE REFERENCES story,
    offered_by uuid        NOT NULL,
    handled_by uuid,
    offered_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    version    bigint      NOT NULL,
    CHECK ((state = 'TAKEN') = (story IS NOT NULL))
);
COMMENT ON COLUMN contribution.asset IS 'a picture of the shop; null when it sent none';
COMMENT ON COLUMN contribution.note IS 'what the central group said of it last';
COMMENT ON COLUMN contribution.story IS 'what became of it when it was taken';
COMMENT ON COLUMN contribution.offered_by IS 'id of the member who wrote it last';
CREATE INDEX contribution_shop ON contribution (shop, id DESC);
CREATE INDEX contribution_state ON contribution (state, id DESC);

ALTER TABLE contribution ENABLE ROW LEVEL SECURITY;
ALTER TABLE contribution FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON contribution USING (
    current_setting('app.shop', true) = '*'
    OR shop = ANY (string_to_array(current_setting('app.shop', true), ',')));
GRANT SELECT, INSERT, UPDATE ON contribution TO content_application;

-- A story remembers what it was made of. No reference: the story stays when what was offered goes with its shop.
ALTER TABLE story ADD contribution uuid, ADD contributed_by text,
    ADD CHECK ((contribution IS NULL) = (contributed_by IS NULL));
COMMENT ON COLUMN story.contributed_by IS 'slug of the shop that offered it; null for most';
