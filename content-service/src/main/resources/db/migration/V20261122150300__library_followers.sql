-- Where in the changes of its shop's own side a version changed last, so that who follows hears which.
ALTER TABLE adaptation ADD COLUMN library_version bigint NOT NULL DEFAULT 0;
CREATE INDEX adaptation_library ON adaptation (shop, library_version);
