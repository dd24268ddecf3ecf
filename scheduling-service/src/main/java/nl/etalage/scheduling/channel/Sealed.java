package nl.etalage.scheduling.channel;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * A secret at rest.
 *
 * @param text base64 of nonce, ciphertext and tag
 * @param keyId which key sealed it, so that keys can be changed one by one
 */
@Embeddable
public record Sealed(@Column(name = "credentials") String text, @Column(name = "credentials_key_id") String keyId) {}
