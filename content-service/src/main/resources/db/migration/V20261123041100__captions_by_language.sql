-- In which language the captions of a film or sound are, and those in other languages.

ALTER TABLE asset
    ADD COLUMN captions_language text NOT NULL DEFAULT 'nl',
    ADD COLUMN other_captions jsonb NOT NULL DEFAULT '[]';

COMMENT ON COLUMN asset.captions_language IS 'BCP 47; of captions, and without meaning where there are none';
COMMENT ON COLUMN asset.other_captions IS 'a list of language (BCP 47) and text (WebVTT), each language once';
