package nl.etalage.scheduling.mail;

import java.util.List;
import java.util.UUID;
import nl.etalage.scheduling.Remark;

/**
 * What a mail says, before it is known in which language.
 *
 * @param id of the mail; the same at a second try, so that the receiver's server recognises it
 * @param creator member whom it is for, as long as they belong to the shop; null: for the managers
 * @param subject sentence
 * @param paragraphs sentences
 * @param text what to copy, or null
 * @param path page at the console that the button opens
 * @param button what the button says
 */
record Letter(
        UUID id,
        String shop,
        UUID creator,
        Remark subject,
        List<Remark> paragraphs,
        String text,
        String path,
        Remark button) {}
