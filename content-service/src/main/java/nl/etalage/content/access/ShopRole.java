package nl.etalage.content.access;

/** What somebody does at a shop. */
public enum ShopRole {
    MANAGER,
    PUBLISHER,
    CONTRIBUTOR,
    /** Looks after integrations and keys; writes nothing. */
    WEBMASTER
}
