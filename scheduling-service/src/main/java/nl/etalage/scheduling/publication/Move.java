package nl.etalage.scheduling.publication;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The one thing about a planned publication that a merge patch may change. */
public record Move(@Schema(required = true, examples = "2026-12-05T10:00") String localTime) {}
