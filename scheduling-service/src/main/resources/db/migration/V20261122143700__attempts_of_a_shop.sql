-- The export of a shop walks over all its attempts, also of publications that show only their newest.
CREATE INDEX attempt_by_shop ON attempt (shop, id);
