package nl.etalage.scheduling.channel;

import java.util.UUID;

/** Fired in the transaction that disconnects a channel: nothing can go out there any more. */
public record ChannelDisconnected(UUID channel, String shop) {}
