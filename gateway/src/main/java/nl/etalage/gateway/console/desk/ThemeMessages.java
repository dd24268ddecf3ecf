package nl.etalage.gateway.console.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences of the pages with the network's themes; the words stand in {@code messages/theme_nl.properties}. */
@MessageBundle("theme")
public interface ThemeMessages {

    @Message
    String themesTitle();

    @Message
    String themesLead();

    @Message
    String themesNone();

    @Message
    String themeRetired();

    @Message
    String themeAlso();

    @Message
    String themeEnglish();

    @Message
    String addTitle();

    @Message
    String addButton();

    @Message
    String nameNl();

    @Message
    String nameEn();

    @Message
    String hintEn();

    @Message
    String synonyms();

    @Message
    String hintSynonyms();

    @Message
    String retire();

    @Message
    String hintRetire();

    @Message
    String saveButton();

    @Message
    String doneAdded();

    @Message
    String doneSaved();

    @Message
    String allThemes();

    @Message
    String mergeTitle();

    @Message
    String mergeWhat(String name);

    @Message
    String mergeInto();

    @Message
    String mergeChoose();

    @Message
    String mergeButton();

    @Message
    String doneMerged();
}
