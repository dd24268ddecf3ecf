package nl.etalage.scheduling.publication;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When to try again, on the shop's wall clock; left out: now. */
public record Retry(@Schema(examples = "2026-12-05T10:00") String localTime) {}
