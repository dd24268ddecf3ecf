package nl.etalage.content.feedkey;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import nl.etalage.content.library.syndication.FeedAddress;
import nl.etalage.content.library.syndication.FeedForm;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Adds the secret of a key that was just made, to this one answer. */
class SecretInAnswer {

    private final ShownOnce shownOnce;
    private final FeedAddress addresses;

    SecretInAnswer(ShownOnce shownOnce, FeedAddress addresses) {
        this.shownOnce = shownOnce;
        this.addresses = addresses;
    }

    @ServerResponseFilter
    void add(ContainerResponseContext response) {
        if (response.getEntity() instanceof FeedKeyView key) {
            shownOnce.secret().ifPresent(secret -> {
                String text = secret.inAddress();
                response.setEntity(key.with(
                        text,
                        new FeedKeyView.Addresses(
                                addresses.keyed(text, FeedForm.JSON),
                                addresses.keyed(text, FeedForm.ATOM),
                                addresses.keyed(text, FeedForm.RSS))));
                response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
            });
        }
    }
}
