-- A story and its translations are siblings: of those a shop may use, its lists have one.
ALTER TABLE library_item
    ADD COLUMN locale          text,
    ADD COLUMN translation_set uuid;
COMMENT ON COLUMN library_item.translation_set IS 'the story that it and its siblings are translations of; null without any';
CREATE INDEX library_item_siblings ON library_item (translation_set) WHERE translation_set IS NOT NULL;
CREATE INDEX story_translations ON story ((content ->> 'translationOf')) WHERE content ->> 'translationOf' IS NOT NULL;

CREATE INDEX shop_central ON shop (slug) WHERE kind = 'central';

UPDATE library_item i SET locale = r.content ->> 'locale'
  FROM story_revision r WHERE r.story = i.story AND r.number = i.revision;

-- How well a language suits who reads another; less is better.
CREATE FUNCTION language_distance(written text, wanted text) RETURNS integer
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN lower(written) = lower(wanted) THEN 0
                WHEN lower(split_part(written, '-', 1)) = lower(split_part(wanted, '-', 1)) THEN 1
                ELSE 2 END
$$;

-- What a shop's lists, searches and counts hold at a moment: of siblings the one in its language, else in that of the
-- network's own accounts, else the first. A story without siblings costs a look at one column.
CREATE FUNCTION library_listed_to(for_shop text, moment timestamptz) RETURNS SETOF library_item
LANGUAGE sql STABLE AS $$
    SELECT i.* FROM library_visible_to(for_shop, moment) i
    WHERE i.translation_set IS NULL OR i.story = (
        SELECT s.story FROM library_visible_to(for_shop, moment) s
        WHERE s.translation_set = i.translation_set
        ORDER BY language_distance(s.locale, (SELECT locale FROM shop WHERE slug = for_shop)),
                 language_distance(s.locale, coalesce(
                     (SELECT locale FROM shop WHERE kind = 'central' ORDER BY slug LIMIT 1), 'nl')),
                 s.story <> s.translation_set, s.story
        LIMIT 1)
$$;
