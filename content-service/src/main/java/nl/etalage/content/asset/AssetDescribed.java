package nl.etalage.content.asset;

import java.util.UUID;

/**
 * What is said about a picture changed, and so does everything that shows it.
 *
 * @param shop whose it is; null for the network
 */
public record AssetDescribed(UUID asset, String shop) {}
