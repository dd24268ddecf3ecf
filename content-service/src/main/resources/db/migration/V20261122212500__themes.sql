-- The network's list of themes. Stories keep the key of a theme; it is known by its key, its names and its synonyms.
CREATE TABLE theme (
    key      text   PRIMARY KEY CHECK (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(key) <= 60),
    name_nl  text   NOT NULL,
    name_en  text,
    synonyms text[] NOT NULL DEFAULT '{}',
    state    text   NOT NULL DEFAULT 'ACTIVE' CHECK (state IN ('ACTIVE', 'RETIRED')),
    version  bigint NOT NULL DEFAULT 1
);
COMMENT ON COLUMN theme.name_en IS 'null where the Dutch name does for both';

-- All words of all themes, in the form in which they are compared; each is of one theme.
CREATE TABLE theme_word (
    word  text PRIMARY KEY CHECK (word <> ''),
    theme text NOT NULL REFERENCES theme
);
CREATE INDEX theme_word_theme ON theme_word (theme);

-- Counts the changes of the list: what is asked by a theme's word is answered anew after each.
CREATE TABLE theme_stand (
    one     boolean PRIMARY KEY DEFAULT true CHECK (one),
    version bigint  NOT NULL
);
INSERT INTO theme_stand (version) VALUES (1);

GRANT SELECT, INSERT, UPDATE ON theme TO content_application;
GRANT SELECT, INSERT, DELETE ON theme_word TO content_application;
GRANT SELECT, UPDATE ON theme_stand TO content_application;

-- A word without capitals, accents and punctuation, so that "Eerlijke prijs" is "eerlijke-prijs".
CREATE FUNCTION theme_form(written text) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT btrim(regexp_replace(lower(unaccent(normalize(written, NFKC))), '[[:space:][:punct:]]+', ' ', 'g')) $$;

-- The theme that a word means: a key, a name or a synonym; of what no theme is known by, a key that is nobody's.
CREATE FUNCTION theme_key(written text) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT coalesce((SELECT t.key FROM theme t WHERE t.key = written),
                    (SELECT w.theme FROM theme_word w WHERE w.word = theme_form(written)),
                    '?') $$;

-- What stories have been given so far, in free words, becomes themes of the list: a theme for each word, named as it is
-- written most.
CREATE TEMPORARY TABLE written ON COMMIT DROP AS
SELECT word, theme_form(word) AS form, count(*) AS times
  FROM (SELECT content FROM story UNION ALL SELECT content FROM story_revision UNION ALL SELECT content FROM story_edit) s
 CROSS JOIN LATERAL jsonb_array_elements_text(
       CASE WHEN jsonb_typeof(s.content -> 'themes') = 'array' THEN s.content -> 'themes' ELSE '[]' END) t (word)
 GROUP BY word;
ALTER TABLE written ADD COLUMN key text;
UPDATE written SET key = btrim(left(btrim(regexp_replace(form, '[^a-z0-9]+', '-', 'g'), '-'), 60), '-');
-- Words that a key can't spell, and those that would get the same key, get one that tells them apart.
UPDATE written w SET key = btrim(left(btrim(w.key || '-' || substr(md5(w.form || CASE w.form WHEN '' THEN w.word ELSE '' END), 1, 8), '-'), 60), '-')
 WHERE w.key = '' OR w.form ~ '[^a-z0-9 ]';
UPDATE written w SET key = left(w.key, 51) || '-' || substr(md5(w.form), 1, 8)
 WHERE EXISTS (SELECT FROM written o WHERE o.key = w.key AND o.form < w.form);

INSERT INTO theme (key, name_nl)
SELECT DISTINCT ON (key) key, word FROM written ORDER BY key, times DESC, word;
INSERT INTO theme_word (word, theme)
SELECT DISTINCT form, key FROM written WHERE form <> '' ON CONFLICT DO NOTHING;
INSERT INTO theme_word (word, theme)
SELECT replace(key, '-', ' '), key FROM theme ON CONFLICT DO NOTHING;

-- What networks like this one tell about, to begin with. Words that are a story's own already stay with its theme.
CREATE TEMPORARY TABLE begun (key text, nl text, en text, synonyms text[]) ON COMMIT DROP;
INSERT INTO begun VALUES
    ('koffie', 'Koffie', 'Coffee', ARRAY['bakkie', 'espresso', 'koffiebonen']::text[]),
    ('thee', 'Thee', 'Tea', '{}'::text[]),
    ('cacao', 'Cacao', 'Cocoa', '{}'::text[]),
    ('chocolade', 'Chocolade', 'Chocolate', ARRAY['chocola']::text[]),
    ('suiker', 'Suiker', 'Sugar', ARRAY['rietsuiker']::text[]),
    ('honing', 'Honing', 'Honey', '{}'::text[]),
    ('rijst', 'Rijst', 'Rice', '{}'::text[]),
    ('noten', 'Noten', 'Nuts', '{}'::text[]),
    ('kruiden', 'Kruiden', 'Herbs and spices', ARRAY['specerijen']::text[]),
    ('wijn', 'Wijn', 'Wine', '{}'::text[]),
    ('fruit', 'Fruit', 'Fruit', '{}'::text[]),
    ('bananen', 'Bananen', 'Bananas', '{}'::text[]),
    ('vanille', 'Vanille', 'Vanilla', '{}'::text[]),
    ('olijfolie', 'Olijfolie', 'Olive oil', '{}'::text[]),
    ('voedsel', 'Voedsel', 'Food', ARRAY['voeding']::text[]),
    ('recept', 'Recept', 'Recipe', ARRAY['recepten']::text[]),
    ('proeven', 'Proeven', 'Tasting', ARRAY['proeverij']::text[]),
    ('manden', 'Manden', 'Baskets', ARRAY['mandjes']::text[]),
    ('tassen', 'Tassen', 'Bags', '{}'::text[]),
    ('sieraden', 'Sieraden', 'Jewellery', '{}'::text[]),
    ('kaarsen', 'Kaarsen', 'Candles', '{}'::text[]),
    ('aardewerk', 'Aardewerk', 'Pottery', ARRAY['keramiek']::text[]),
    ('glas', 'Glas', 'Glass', ARRAY['glaswerk']::text[]),
    ('hout', 'Hout', 'Wood', '{}'::text[]),
    ('breiwerk', 'Breiwerk', 'Knitwear', '{}'::text[]),
    ('mode', 'Mode', 'Fashion', ARRAY['kleding']::text[]),
    ('verzorging', 'Verzorging', 'Body care', '{}'::text[]),
    ('speelgoed', 'Speelgoed', 'Toys', '{}'::text[]),
    ('muziek', 'Muziek', 'Music', '{}'::text[]),
    ('wonen', 'Wonen', 'Home', ARRAY['interieur']::text[]),
    ('huis-en-tuin', 'Huis en tuin', 'House and garden', '{}'::text[]),
    ('cadeaus', 'Cadeaus', 'Gifts', ARRAY['cadeau', 'kado']::text[]),
    ('ambacht', 'Ambacht', 'Crafts', ARRAY['handwerk', 'handgemaakt']::text[]),
    ('thuiswerk', 'Thuiswerk', 'Home work', '{}'::text[]),
    ('kleine-boeren', 'Kleine boeren', 'Small farmers', ARRAY['kleinschalige landbouw']::text[]),
    ('familiebedrijven', 'Familiebedrijven', 'Family businesses', '{}'::text[]),
    ('samenwerken', 'Samenwerken', 'Working together', ARRAY['coöperatie', 'samenwerking']::text[]),
    ('eerlijke-handel', 'Eerlijke handel', 'Fair trade', ARRAY['fairtrade']::text[]),
    ('eerlijke-prijs', 'Eerlijke prijs', 'Fair price', '{}'::text[]),
    ('leefbaar-inkomen', 'Leefbaar inkomen', 'Living income', ARRAY['leefbaar loon']::text[]),
    ('vrouwen', 'Vrouwen', 'Women', '{}'::text[]),
    ('kinderen', 'Kinderen', 'Children', ARRAY['kids']::text[]),
    ('kinderarbeid', 'Kinderarbeid', 'Child labour', '{}'::text[]),
    ('kinderrechten', 'Kinderrechten', 'Children''s rights', '{}'::text[]),
    ('onderwijs', 'Onderwijs', 'Education', '{}'::text[]),
    ('gezondheid', 'Gezondheid', 'Health', '{}'::text[]),
    ('klimaat', 'Klimaat', 'Climate', '{}'::text[]),
    ('duurzaam', 'Duurzaam', 'Sustainable', ARRAY['duurzaamheid']::text[]),
    ('biologisch', 'Biologisch', 'Organic', ARRAY['bio']::text[]),
    ('water', 'Water', 'Water', '{}'::text[]),
    ('bos', 'Bos', 'Forest', ARRAY['bomen']::text[]),
    ('planten', 'Planten', 'Plants', '{}'::text[]),
    ('hergebruik', 'Hergebruik', 'Reuse', ARRAY['recycling', 'upcycling']::text[]),
    ('repareren', 'Repareren', 'Repairing', ARRAY['repair café']::text[]),
    ('fietsen', 'Fietsen', 'Cycling', '{}'::text[]),
    ('nieuwkomers', 'Nieuwkomers', 'Newcomers', ARRAY['vluchtelingen']::text[]),
    ('winkel', 'Winkel', 'The shop', '{}'::text[]),
    ('in-de-winkel', 'In de winkel', 'In the shop', '{}'::text[]),
    ('etalage', 'Etalage', 'Shop window', '{}'::text[]),
    ('webshop', 'Webshop', 'Web shop', ARRAY['webwinkel']::text[]),
    ('vrijwilligers', 'Vrijwilligers', 'Volunteers', '{}'::text[]),
    ('meedoen', 'Meedoen', 'Joining in', '{}'::text[]),
    ('kennismaken', 'Kennismaken', 'Getting to know', '{}'::text[]),
    ('bedrijven', 'Bedrijven', 'Companies', '{}'::text[]),
    ('gemeente', 'Gemeente', 'The municipality', '{}'::text[]),
    ('evenement', 'Evenement', 'Event', '{}'::text[]),
    ('actie', 'Actie', 'Action', '{}'::text[]),
    ('campagne', 'Campagne', 'Campaign', '{}'::text[]),
    ('draaiboek', 'Draaiboek', 'Script', '{}'::text[]),
    ('goed-voorbeeld', 'Goed voorbeeld', 'Good example', '{}'::text[]),
    ('leren-van-elkaar', 'Leren van elkaar', 'Learning from each other', '{}'::text[]),
    ('sociale-media', 'Sociale media', 'Social media', '{}'::text[]),
    ('wereld-fair-trade-dag', 'Wereld Fair Trade Dag', 'World Fair Trade Day', '{}'::text[]),
    ('sinterklaas', 'Sinterklaas', 'Saint Nicholas', '{}'::text[]),
    ('kerst', 'Kerst', 'Christmas', ARRAY['kerstmis']::text[]),
    ('pasen', 'Pasen', 'Easter', '{}'::text[]),
    ('moederdag', 'Moederdag', 'Mother''s Day', '{}'::text[]),
    ('lente', 'Lente', 'Spring', ARRAY['voorjaar']::text[]),
    ('zomer', 'Zomer', 'Summer', '{}'::text[]),
    ('herfst', 'Herfst', 'Autumn', ARRAY['najaar']::text[]),
    ('winter', 'Winter', 'Winter', '{}'::text[]),
    ('azie', 'Azië', 'Asia', '{}'::text[]),
    ('afrika', 'Afrika', 'Africa', '{}'::text[]),
    ('latijns-amerika', 'Latijns-Amerika', 'Latin America', '{}'::text[]),
    ('bolivia', 'Bolivia', 'Bolivia', '{}'::text[]),
    ('burkina-faso', 'Burkina Faso', 'Burkina Faso', '{}'::text[]),
    ('cambodja', 'Cambodja', 'Cambodia', '{}'::text[]),
    ('ecuador', 'Ecuador', 'Ecuador', '{}'::text[]),
    ('ethiopie', 'Ethiopië', 'Ethiopia', '{}'::text[]),
    ('filipijnen', 'Filipijnen', 'Philippines', '{}'::text[]),
    ('ghana', 'Ghana', 'Ghana', '{}'::text[]),
    ('india', 'India', 'India', '{}'::text[]),
    ('ivoorkust', 'Ivoorkust', 'Ivory Coast', '{}'::text[]),
    ('madagaskar', 'Madagaskar', 'Madagascar', '{}'::text[]),
    ('mauritius', 'Mauritius', 'Mauritius', '{}'::text[]),
    ('nepal', 'Nepal', 'Nepal', '{}'::text[]),
    ('palestina', 'Palestina', 'Palestine', '{}'::text[]),
    ('peru', 'Peru', 'Peru', '{}'::text[]),
    ('sri-lanka', 'Sri Lanka', 'Sri Lanka', '{}'::text[]),
    ('syrie', 'Syrië', 'Syria', '{}'::text[]),
    ('thailand', 'Thailand', 'Thailand', '{}'::text[]),
    ('zuid-afrika', 'Zuid-Afrika', 'South Africa', '{}'::text[]);
INSERT INTO theme (key, name_nl, name_en)
SELECT b.key, b.nl, b.en FROM begun b
 WHERE NOT EXISTS (SELECT FROM theme_word w WHERE w.word IN (replace(b.key, '-', ' '), theme_form(b.nl)))
    ON CONFLICT DO NOTHING;
INSERT INTO theme_word (word, theme)
SELECT theme_form(b.nl), b.key FROM begun b JOIN theme t ON t.key = b.key AND t.name_nl = b.nl
UNION
SELECT replace(b.key, '-', ' '), b.key FROM begun b JOIN theme t ON t.key = b.key
    ON CONFLICT DO NOTHING;
INSERT INTO theme_word (word, theme)
SELECT DISTINCT ON (s.word) s.word, b.key
  FROM begun b JOIN theme t ON t.key = b.key
 CROSS JOIN LATERAL (SELECT theme_form(b.en) UNION ALL SELECT theme_form(unnest(b.synonyms))) s (word)
 ORDER BY s.word, b.key
    ON CONFLICT DO NOTHING;
UPDATE theme t SET
    name_en = CASE WHEN EXISTS (SELECT FROM theme_word w WHERE w.word = theme_form(b.en) AND w.theme = t.key) THEN b.en END,
    synonyms = ARRAY(SELECT s FROM unnest(b.synonyms) s
                     JOIN theme_word w ON w.word = theme_form(s) AND w.theme = t.key ORDER BY s)
  FROM begun b WHERE b.key = t.key;

-- Stories keep the keys, in their order. No word of a story's text changes.
CREATE FUNCTION pg_temp.with_keys(content jsonb) RETURNS jsonb LANGUAGE sql AS $$
    SELECT jsonb_set(content, '{themes}', coalesce((
        SELECT jsonb_agg(k.key ORDER BY k.place) FROM (
            SELECT w.key, min(t.place) AS place
              FROM jsonb_array_elements_text(content -> 'themes') WITH ORDINALITY t (word, place)
              JOIN pg_temp.written w ON w.word = t.word
             GROUP BY w.key) k), '[]')) $$;
UPDATE story SET content = pg_temp.with_keys(content)
 WHERE jsonb_typeof(content -> 'themes') = 'array' AND content -> 'themes' <> '[]';
UPDATE story_revision SET content = pg_temp.with_keys(content)
 WHERE jsonb_typeof(content -> 'themes') = 'array' AND content -> 'themes' <> '[]';
UPDATE story_edit SET content = pg_temp.with_keys(content)
 WHERE jsonb_typeof(content -> 'themes') = 'array' AND content -> 'themes' <> '[]';
UPDATE library_item i SET facets =
       ARRAY(SELECT f FROM unnest(i.facets) f WHERE f NOT LIKE 'theme:%')
       || ARRAY(SELECT 'theme:' || t FROM jsonb_array_elements_text(r.content -> 'themes') t)
  FROM story_revision r
 WHERE r.story = i.story AND r.number = i.revision
   AND jsonb_typeof(r.content -> 'themes') = 'array' AND r.content -> 'themes' <> '[]';

-- As before, and how often the list of themes changed.
CREATE OR REPLACE FUNCTION library_stand(of_shops text[], moment timestamptz)
RETURNS TABLE (replica bigint, library text, slug text, own bigint) LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('app.shop', array_to_string(of_shops, ','), true);
    RETURN QUERY
    SELECT (SELECT r.version FROM replica_stand r),
           coalesce((SELECT f.position FROM event_feed f WHERE f.name = 'library'), 0) || '|'
               || coalesce((SELECT max(i.visible_from)::text FROM library_item i WHERE i.visible_from <= moment), '')
               || '|'
               || coalesce((SELECT max(i.visible_until)::text FROM library_item i WHERE i.visible_until <= moment), '')
               || '|' || (SELECT t.version FROM theme_stand t),
           s.slug, coalesce((SELECT l.version FROM shop_library l WHERE l.shop = s.slug), 0)
      FROM unnest(of_shops) s (slug);
END
$$;
