package nl.etalage.content.feedkey;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What of a key can change: what it is for, in the words of who looks after it. */
@Schema(name = "FeedKeyName")
public record FeedKeyName(@Schema(maxLength = 100, examples = "Etalage-blok op onze nieuwe site") String name) {}
