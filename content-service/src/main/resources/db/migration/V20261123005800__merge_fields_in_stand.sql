-- The merge fields are a copy as well; what was read of them holds until this counts.
CREATE CONSTRAINT TRIGGER replica_stand AFTER INSERT OR UPDATE OR DELETE
    ON merge_field DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION replica_changed();
