-- Who wrote something is kept as the id of the member, or of a machine's binding, and no longer as issuer and subject:
-- when the membership ends, the id leads to nobody.
-- The owner is let past the policies for what is there already.
ALTER TABLE adaptation NO FORCE ROW LEVEL SECURITY;
ALTER TABLE participation NO FORCE ROW LEVEL SECURITY;

-- Who is no member any more gets an id that never was one; the same person keeps the same.
CREATE TABLE author_of AS
SELECT key, shop, coalesce(
           (SELECT m.id FROM membership m
             WHERE m.issuer || '|' || m.subject = key AND m.shop IS NOT DISTINCT FROM known.shop
             ORDER BY m.id DESC LIMIT 1),
           gen_random_uuid())::text AS id
  FROM (SELECT author AS key, NULL::text AS shop FROM story
        UNION SELECT last_editor, NULL FROM story
        UNION SELECT author, NULL FROM story_revision
        UNION SELECT released_by, NULL FROM story_revision
        UNION SELECT confirmed_by, NULL FROM story_revision WHERE confirmed_by IS NOT NULL
        UNION SELECT author, NULL FROM campaign
        UNION SELECT joined_by, shop FROM participation
        UNION SELECT author, shop FROM adaptation) known;

UPDATE story s SET author = a.id FROM author_of a WHERE a.key = s.author AND a.shop IS NULL;
UPDATE story s SET last_editor = a.id FROM author_of a WHERE a.key = s.last_editor AND a.shop IS NULL;
UPDATE story_revision r SET author = a.id FROM author_of a WHERE a.key = r.author AND a.shop IS NULL;
UPDATE story_revision r SET released_by = a.id FROM author_of a WHERE a.key = r.released_by AND a.shop IS NULL;
UPDATE story_revision r SET confirmed_by = a.id FROM author_of a WHERE a.key = r.confirmed_by AND a.shop IS NULL;
UPDATE campaign c SET author = a.id FROM author_of a WHERE a.key = c.author AND a.shop IS NULL;
UPDATE participation p SET joined_by = a.id FROM author_of a WHERE a.key = p.joined_by AND a.shop = p.shop;
UPDATE adaptation d SET author = a.id FROM author_of a WHERE a.key = d.author AND a.shop = d.shop;
DROP TABLE author_of;

ALTER TABLE story ALTER author TYPE uuid USING author::uuid, ALTER last_editor TYPE uuid USING last_editor::uuid;
ALTER TABLE story_revision
    ALTER author TYPE uuid USING author::uuid,
    ALTER released_by TYPE uuid USING released_by::uuid,
    ALTER confirmed_by TYPE uuid USING confirmed_by::uuid;
ALTER TABLE campaign ALTER author TYPE uuid USING author::uuid;
ALTER TABLE participation ALTER joined_by TYPE uuid USING joined_by::uuid;
ALTER TABLE adaptation ALTER author TYPE uuid USING author::uuid;

ALTER TABLE adaptation FORCE ROW LEVEL SECURITY;
ALTER TABLE participation FORCE ROW LEVEL SECURITY;
