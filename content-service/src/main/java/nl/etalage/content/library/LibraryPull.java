package nl.etalage.content.library;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.etalage.content.access.Shop;
import nl.etalage.paging.PageRequest;

/**
 * One question to one shop's library, by somebody who may ask it.
 *
 * @param source whether the texts are wanted as written
 * @param now the moment it is asked; what is visible then is answered
 */
public record LibraryPull(Shop shop, LibraryFilter filter, boolean source, Instant now) {

    /** All of the question as text, to bind page tokens and tags to. */
    public String key() {
        return String.join("|", "library", shop.slug(), filter.parameters().toString(), String.valueOf(source));
    }

    /**
     * A page of its answer.
     *
     * @throws nl.etalage.problem.ProblemException 400 for a page token of another question, 422 for a limit that can't
     *     be
     */
    public PageRequest page(Integer limit, String pageToken) {
        return PageRequest.of(limit, pageToken, key());
    }

    String question(PageRequest page) {
        return key() + "|" + page.limit() + "|" + List.copyOf(page.after());
    }

    ShowItem.Setting setting() {
        return new ShowItem.Setting(shop, today(), source);
    }

    /** The day it is at the shop. */
    LocalDate today() {
        return LocalDate.ofInstant(now, shop.zone());
    }
}
