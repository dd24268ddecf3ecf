-- A key can be called something else; its secret stays.
ALTER TABLE feed_key ADD version bigint NOT NULL DEFAULT 1;
ALTER TABLE feed_key ALTER version DROP DEFAULT;
GRANT UPDATE (name, version) ON feed_key TO content_application;
