package nl.etalage.scheduling.channel;

import java.util.UUID;

/** An account as it lies in the database, for a worker that reads it with plain SQL. */
public record SealedAccount(UUID channel, String server, String credentials, String keyId, String platformAccount) {}
